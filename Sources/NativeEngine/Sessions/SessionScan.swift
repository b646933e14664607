import ListeningSessions

/// Cuts the listens of user after user into sessions and keeps the longest; one for each worker.
struct SessionScan: Sendable {
  private let settings: AnalysisSettings
  private var asked: LongestSessions
  /// By the other measures, for the questions of later runs.
  private var others: [LongestSessions]
  private(set) var sessionCount = 0
  private(set) var duplicateCount = 0
  private(set) var userCount = 0
  private(set) var listenCount = 0

  /// Prepares for sessions.
  ///
  /// - Parameters:
  ///   - settings: what a session is, and which are asked for.
  ///   - keepsLongest: whether `longestByMeasure` will be kept.
  init(_ settings: AnalysisSettings, keepsLongest: Bool = false) {
    self.settings = settings
    let measure = settings.rankSessionsBy
    let kept = keepsLongest ? SessionFile.longestCount : 0
    asked = LongestSessions(max(settings.topSessions, kept), by: measure)
    others =
      keepsLongest
      ? SessionMeasure.allCases.filter { $0 != measure }.map { LongestSessions(kept, by: $0) } : []
  }

  /// Those that are asked for, in order.
  var longest: [SessionCandidate] { Array(asked.elements.prefix(settings.topSessions)) }

  /// At least `SessionFile.longestCount` by each measure, if there are as many.
  var longestByMeasure: [LongestSessions] { [asked] + others }

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

  /// Adds what another worker found, who kept the same.
  mutating func merge(_ other: SessionScan) {
    asked.merge(other.asked)
    for (index, found) in zip(others.indices, other.others) { others[index].merge(found) }
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
    let (count, duration) = (listens.count, end.seconds(since: start))
    func candidate() -> SessionCandidate {
      SessionCandidate(
        user: user, start: start.secondsSinceEpoch, end: end.secondsSinceEpoch,
        firstListen: listens.lowerBound, trackCount: count, rows: rows())
    }
    if asked.hasRoom(forTracks: count, durationSeconds: duration, of: user, from: start) {
      asked.insert(candidate())
    }
    for index in others.indices
    where others[index].hasRoom(
      forTracks: count, durationSeconds: duration, of: user, from: start)
    {
      others[index].insert(candidate())
    }
  }
}
