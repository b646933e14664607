/// One user's listens without a pause longer than the gap, in short.
public struct ListeningSession: Hashable, Sendable {
  public let userID: Text
  /// Start of the first listen.
  public let startedAt: Instant
  /// Start of the last listen.
  public let endedAt: Instant
  /// Listens in the session.
  public let trackCount: Int

  public init(userID: Text, startedAt: Instant, endedAt: Instant, trackCount: Int) {
    self.userID = userID
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.trackCount = trackCount
  }

  /// Seconds from the start of the first listen to the start of the last.
  public var durationSeconds: Int { endedAt.seconds(since: startedAt) }
}
