/// What makes a session long.
public enum SessionMeasure: String, CaseIterable, Sendable {
  /// The number of its listens.
  case tracks
  /// The time from its first start to its last, then the number of its listens.
  case duration

  /// A session's length under this measure, to be compared first to last.
  ///
  /// The engines rank by this very rule, so it is inlined into them.
  @inlinable
  public func length(trackCount: Int, durationSeconds: Int) -> (Int, Int) {
    self == .tracks ? (trackCount, 0) : (durationSeconds, trackCount)
  }

  /// Whether `left` ranks before `right`: the longer first, then user id, then start.
  ///
  /// Two different sessions are never equal in this order, so every engine ranks alike.
  public func ranks(_ left: ListeningSession, before right: ListeningSession) -> Bool {
    let leftLength = length(of: left)
    let rightLength = length(of: right)
    if leftLength != rightLength { return leftLength > rightLength }
    if left.userID != right.userID { return left.userID < right.userID }
    return left.startedAt < right.startedAt
  }

  private func length(of session: ListeningSession) -> (Int, Int) {
    length(trackCount: session.trackCount, durationSeconds: session.durationSeconds)
  }
}
