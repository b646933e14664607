/// Where an engine puts the rows that are no listens.
public protocol RejectSink {
  /// Takes the next rejected rows, in input order; called with batches, never row by row.
  func write(_ batch: [RejectedRow]) throws
}
