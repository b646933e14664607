/// The times of a user's listens, from the newest to the oldest.
///
/// The pauses are drawn so that the listens still to come always fit into the user's years, and
/// spread over them.
struct ListenClock {
  /// Seconds after which a session ends, in Last.fm-1K's published analyses and by default here.
  private static let sessionGap = 1200
  /// Seconds from one track to the next, mostly; less for users who would not fit in otherwise.
  private static let trackSeconds = 240
  /// Tracks of a session on average, for foreseeing how many sessions there will be.
  private static let tracksPerSession = 18
  /// Seconds of the years for each listen that leave room for sessions and pauses.
  private static let comfortableSeconds = 500

  private let start: Int
  private let pace: Int
  private var sharesSecond = false
  /// The time of the latest listen.
  private(set) var second: Int

  /// Chooses the years of a user with `listens` listens; the first of them, the newest, is now.
  init(listens: Int, _ random: inout SplitMix64) {
    let needed = min(HistoryYears.length - 1, listens * ListenClock.comfortableSeconds)
    // Most users listen to the end, and began at any time in the first years.
    let end = HistoryYears.length - 1 - random.skewedBelow(HistoryYears.length / 4)
    second = max(end, needed)
    start = random.below((second - needed) * 3 / 5 + 1)
    pace = max(1, min(ListenClock.trackSeconds, (second - start) / (2 * max(1, listens))))
  }

  /// Whether there is time for pauses; `remaining` listens, here and below, are still to come, the
  /// one stepped to included.
  func hasRoom(for remaining: Int) -> Bool {
    second - start > 2 * pace * remaining + ListenClock.sessionGap
  }

  /// Steps back over the pause between two sessions; every hundredth is as short as can be.
  mutating func stepBetweenSessions(remaining: Int, _ random: inout SplitMix64) {
    let sessions = remaining / ListenClock.tracksPerSession + 1
    let spare = second - start - remaining * pace - sessions * (ListenClock.sessionGap + 1)
    let average = max(spare, 0) / sessions
    let isShortest = random.below(100) == 0
    // A skewed draw is a quarter of its bound on average.
    let more = isShortest ? 0 : min(random.skewedBelow(4 * average + 60), max(spare, 60))
    step(ListenClock.sessionGap + 1 + more, remaining: remaining)
    sharesSecond = false
  }

  /// Steps back from one track of a session to the one before, the same song if it `isRepeat`.
  ///
  /// Two listens to one song never share a second, as they would be exact duplicates; nor do three
  /// listens of any songs.
  mutating func stepWithinSession(remaining: Int, isRepeat: Bool, _ random: inout SplitMix64) {
    let mayShare = !isRepeat && !sharesSecond
    let pause: Int
    switch random.below(10_000) {
    case 0..<5: pause = hasRoom(for: remaining) ? ListenClock.sessionGap : pace
    case 5..<60: pause = mayShare ? 0 : 1
    case 60..<360: pause = 1 + random.below(min(59, pace))
    case 360..<660: pause = hasRoom(for: remaining) ? 300 + random.below(900) : pace
    default: pause = max(1, pace / 2 + random.below(pace))
    }
    sharesSecond = pause == 0
    step(pause, remaining: remaining)
  }

  /// Steps back by `pause`, or less if the `remaining` listens would not have a second each then.
  private mutating func step(_ pause: Int, remaining: Int) {
    second -= min(pause, second - start - (remaining - 1))
  }
}
