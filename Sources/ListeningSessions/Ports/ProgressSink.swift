/// Where an engine tells how far it is; called a few times a second from any thread.
public protocol ProgressSink: Sendable {
  /// Takes the share, 0 to 1, of a stage that is done.
  func advance(_ stage: String, to fraction: Double)
}
