public import ListeningSessions

/// Keeps the rejected rows for a test to look at.
public final class CollectedRejects: RejectSink {
  public private(set) var rows: [RejectedRow] = []

  public init() {}

  public func write(_ batch: [RejectedRow]) throws {
    rows += batch
  }
}
