import ListeningSessions

/// Cuts the listens of user after user into sessions and keeps the longest; one for each worker.
struct SessionScan: @unchecked Sendable {
  // Unchecked: the order of `longest` is a function without state.

  private let settings: AnalysisSettings
  private(set) var longest: TopK<SessionCandidate>
  private(set) var sessionCount = 0
  private(set) var duplicateCount = 0
  private(set) var userCount = 0
  private(set) var listenCount = 0
  /// The length of the last of the longest sessions, once there are as many as asked for.
  private var lastLength: (Int, Int)?

  init(_ settings: AnalysisSettings) {
    self.settings = settings
    let measure = settings.rankSessionsBy
    longest = TopK(limit: settings.topSessions) { left, right in
      let leftLength = SessionScan.length(of: left, measure)
      let rightLength = SessionScan.length(of: right, measure)
      if leftLength != rightLength { return leftLength > rightLength }
      if left.user.id != right.user.id { return left.user.id < right.user.id }
      return left.start < right.start
    }
  }

  /// Takes all listens of a user, in time order and without duplicates.
  ///
  /// - Parameters:
  ///   - listens: what the user played.
  ///   - user: whose they are.
  ///   - spans: takes the sessions in time order, if they are to be kept.
  mutating func take(
    _ listens: some TimedListens, of user: ListenOwner, spans: inout SessionSpans?
  ) {
    duplicateCount += listens.duplicateCount
    let count = listens.listenCount
    guard count > 0 else { return }
    userCount += 1
    listenCount += count
    var start = 0
    var startTime = listens.listenedAt(0)
    var previous = startTime
    for index in 1..<max(1, count) {
      let instant = listens.listenedAt(index)
      if settings.gap.separates(previous, from: instant) {
        add(
          start..<index, startTime, previous, of: user, &spans,
          rows: listens.rows(of: start..<index))
        start = index
        startTime = instant
      }
      previous = instant
    }
    add(
      start..<count, startTime, previous, of: user, &spans, rows: listens.rows(of: start..<count))
  }

  /// Takes the sessions of a user that were cut before.
  mutating func take(_ spans: some Sequence<SessionSpan>, of user: ListenOwner) {
    var none: SessionSpans?
    var first = 0
    for span in spans {
      add(first..<first + span.trackCount, span.start, span.end, of: user, &none, rows: nil)
      first += span.trackCount
    }
    userCount += 1
    listenCount += first
  }

  /// Adds what another worker found.
  mutating func merge(_ other: SessionScan) {
    for candidate in other.longest.elements { longest.insert(candidate) }
    sessionCount += other.sessionCount
    duplicateCount += other.duplicateCount
    userCount += other.userCount
    listenCount += other.listenCount
  }

  @inline(__always)
  private mutating func add(
    _ listens: Range<Int>, _ start: Instant, _ end: Instant, of user: ListenOwner,
    _ spans: inout SessionSpans?, rows: @autoclosure () -> [ListenRecord]?
  ) {
    sessionCount += 1
    spans?.append(SessionSpan(start: start, end: end, trackCount: listens.count))
    let duration = end.seconds(since: start)
    if ranks(trackCount: listens.count, durationSeconds: duration, of: user, from: start) {
      longest.insert(
        SessionCandidate(
          user: user, start: start.secondsSinceEpoch, end: end.secondsSinceEpoch,
          firstListen: listens.lowerBound, trackCount: listens.count, rows: rows()))
      lastLength = longest.threshold.map { SessionScan.length(of: $0, settings.rankSessionsBy) }
    }
  }

  /// Whether it comes before the last of the longest: nearly every session is too short.
  ///
  /// Where most sessions are as long as the last, such as of users with one listen each, all of them
  /// get as far as the user's id.
  @inline(__always)
  private func ranks(
    trackCount: Int, durationSeconds: Int, of user: ListenOwner, from start: Instant
  ) -> Bool {
    guard let lastLength else { return settings.topSessions > 0 }
    let measure = settings.rankSessionsBy
    let length = measure.length(trackCount: trackCount, durationSeconds: durationSeconds)
    if length != lastLength { return length > lastLength }
    guard let last = longest.threshold else { return true }
    if user.id != last.user.id { return user.id < last.user.id }
    return start.secondsSinceEpoch < last.start
  }

  private static func length(
    of candidate: SessionCandidate, _ measure: SessionMeasure
  ) -> (Int, Int) {
    measure.length(trackCount: candidate.trackCount, durationSeconds: candidate.durationSeconds)
  }
}
