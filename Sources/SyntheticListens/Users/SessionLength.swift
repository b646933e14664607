/// How many tracks a session has: 18 on average, one in seven has a single one, and in a million
/// a hundred have thousands.
enum SessionLength {
  /// Tracks from which a session is a giant.
  static let giant = 1024
  /// Giants have a multiple of this many tracks, so that some have equally many.
  private static let giantStep = 25
  private static let longest = 5100

  /// Of a million sessions, how many have 1, 2-3, 4-7, 8-15, … 4096 and more tracks.
  private static let perMillion = [
    140_000, 135_000, 170_000, 215_000, 195_000, 107_000, 31_500, 5_900, 400, 100, 60, 34, 6,
  ]

  static func draw(_ random: inout SplitMix64) -> Int {
    var ticket = random.below(1_000_000)
    var octave = 0
    while ticket >= perMillion[octave] {
      ticket -= perMillion[octave]
      octave += 1
    }
    let shortest = 1 << octave
    let length = shortest + random.below(min(shortest, longest - shortest))
    return length < giant ? length : length - length % giantStep
  }
}
