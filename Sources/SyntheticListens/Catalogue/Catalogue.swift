/// All artists, albums and songs there are, in no memory at all: everything is computed from ids.
///
/// The catalogue is the same for every seed. A history uses only part of it: the more rows, the
/// more of its songs turn up.
enum Catalogue {
  /// Eighteen bits of artists, so that three syllables of six bits name each.
  static let artistCount = 1 << 18
  /// The most popular artists share a block; behind it, each block is as large as all before.
  private static let firstBlock = 32
  /// Blocks behind the first one: 32 doubled thirteen times is 2^18.
  private static let doublings = 13

  /// Draws an artist, the popularity falling like one over (rank + 32): Zipf's law with a flat top.
  ///
  /// Every doubling of the rank is equally likely. Inside a block the popularity falls to a half
  /// in a straight line, which two draws give: the smaller one twice as often as the larger.
  static func artist(_ random: inout SplitMix64) -> UInt32 {
    // The first block takes two shares: so its end meets the start of the next one.
    let share = random.below(doublings + 2)
    let size = share < 2 ? firstBlock : firstBlock << (share - 2)
    let one = random.below(size)
    let other = random.below(size)
    let rank = random.below(3) == 0 ? max(one, other) : min(one, other)
    return UInt32(share < 2 ? rank : size + rank)
  }

  /// The albums of an artist, 1 to 12; popular ones have more.
  static func albumCount(of artist: UInt32) -> Int {
    let doublings = UInt32.bitWidth - (artist / UInt32(firstBlock)).leadingZeroBitCount
    var random = SplitMix64(seed: UInt64(artist), stream: 1)
    return 1 + random.below(max(1, 12 - doublings))
  }

  /// The tracks of an album, 1 to 13; every second album of the rarer artists is a single.
  static func trackCount(of artist: UInt32, album: Int) -> Int {
    var random = SplitMix64(seed: UInt64(artist), stream: UInt64(2 + album))
    if artist >= 4096 && random.below(2) == 0 { return 1 + random.below(3) }
    return 4 + random.below(10)
  }
}
