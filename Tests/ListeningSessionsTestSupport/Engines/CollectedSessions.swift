public import ListeningSessions

/// Keeps all sessions for a test to look at.
public final class CollectedSessions: SessionSink {
  public private(set) var sessions: [ListedSession] = []

  public init() {}

  public func write(_ batch: [ListedSession]) throws {
    sessions += batch
  }
}
