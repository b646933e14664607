import ListeningSessions

/// The place for rejected rows of a run whose engine writes them itself.
struct NoRejects: RejectSink {
  func write(_ batch: [RejectedRow]) {}
}
