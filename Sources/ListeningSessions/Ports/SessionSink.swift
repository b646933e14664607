/// Where an engine puts all sessions of a history, if they are asked for.
public protocol SessionSink {
  /// Takes the next sessions, by user id and then by start; called with batches.
  func write(_ batch: [ListedSession]) throws
}
