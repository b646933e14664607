import ListeningSessions

/// Cuts the listens of user after user into sessions and keeps the longest; one for each worker.
struct SessionScan {
  private let settings: AnalysisSettings
  private(set) var longest: TopK<SessionCandidate>
  private(set) var sessionCount = 0
  private(set) var duplicateCount = 0
  private(set) var userCount = 0

  init(_ settings: AnalysisSettings) {
    self.settings = settings
    let measure = settings.rankSessionsBy
    longest = TopK(limit: settings.topSessions) { left, right in
      let leftLength = SessionScan.length(of: left, measure)
      let rightLength = SessionScan.length(of: right, measure)
      if leftLength != rightLength { return leftLength > rightLength }
      return (left.user, left.start) < (right.user, right.start)
    }
  }

  /// Takes all listens of `user`, in time order.
  ///
  /// - Parameters:
  ///   - listens: without duplicates.
  ///   - user: number of the user.
  ///   - rowCount: listens and duplicates of the user.
  mutating func take(
    _ listens: UnsafeBufferPointer<ListenRecord>, of user: Int, rowCount: Int
  ) {
    guard let first = unsafe listens.first else { return }
    userCount += 1
    duplicateCount += rowCount - listens.count
    var start = 0
    var startSecond = first.seconds
    var previous = first.seconds
    for index in 1..<max(1, listens.count) {
      let second = unsafe listens[index].seconds
      if settings.gap.separates(
        Instant(secondsSinceEpoch: previous), from: Instant(secondsSinceEpoch: second))
      {
        add(
          SessionCandidate(
            user: user, start: startSecond, end: previous, firstListen: start,
            trackCount: index - start))
        start = index
        startSecond = second
      }
      previous = second
    }
    add(
      SessionCandidate(
        user: user, start: startSecond, end: previous, firstListen: start,
        trackCount: listens.count - start))
  }

  /// Adds what another worker found.
  mutating func merge(_ other: SessionScan) {
    for candidate in other.longest.elements { longest.insert(candidate) }
    sessionCount += other.sessionCount
    duplicateCount += other.duplicateCount
    userCount += other.userCount
  }

  private mutating func add(_ candidate: SessionCandidate) {
    sessionCount += 1
    longest.insert(candidate)
  }

  private static func length(
    of candidate: SessionCandidate, _ measure: SessionMeasure
  ) -> (Int, Int) {
    measure.length(trackCount: candidate.trackCount, durationSeconds: candidate.durationSeconds)
  }
}
