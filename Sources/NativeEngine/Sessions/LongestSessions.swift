import ListeningSessions

/// The first of all sessions by one measure.
struct LongestSessions: @unchecked Sendable {
  // Unchecked: the order of `top` is a function without state.

  let measure: SessionMeasure
  private var top: TopK<SessionCandidate>
  /// The length of the last of them, once there are as many as wanted.
  private var lastLength: (Int, Int)?

  init(_ limit: Int, by measure: SessionMeasure) {
    self.measure = measure
    top = TopK(limit: limit) { left, right in
      let leftLength = Self.length(of: left, measure)
      let rightLength = Self.length(of: right, measure)
      if leftLength != rightLength { return leftLength > rightLength }
      if left.user.id != right.user.id { return left.user.id < right.user.id }
      return left.start < right.start
    }
  }

  /// In order, the longest first.
  var elements: [SessionCandidate] { top.elements }

  /// Takes in a session if it is among the longest.
  mutating func insert(_ session: SessionCandidate) {
    top.insert(session)
    lastLength = top.threshold.map { Self.length(of: $0, measure) }
  }

  /// Adds what another worker found.
  mutating func merge(_ other: LongestSessions) {
    for session in other.elements { insert(session) }
  }

  /// Whether a session comes before the last of the longest: nearly every session is too short.
  ///
  /// Where most sessions are as long as the last, such as of users with one listen each, all of them
  /// get as far as the user's id.
  @inline(__always)
  func hasRoom(
    forTracks trackCount: Int, durationSeconds: Int, of user: ListenOwner, from start: Instant
  ) -> Bool {
    guard let lastLength else { return top.limit > 0 }
    let length = measure.length(trackCount: trackCount, durationSeconds: durationSeconds)
    if length != lastLength { return length > lastLength }
    guard let last = top.threshold else { return true }
    if user.id != last.user.id { return user.id < last.user.id }
    return start.secondsSinceEpoch < last.start
  }

  private static func length(
    of session: SessionCandidate, _ measure: SessionMeasure
  ) -> (Int, Int) {
    measure.length(trackCount: session.trackCount, durationSeconds: session.durationSeconds)
  }
}
