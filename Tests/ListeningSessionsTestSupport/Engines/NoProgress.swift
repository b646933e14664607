public import ListeningSessions

/// Takes progress and says nothing.
public struct NoProgress: ProgressSink {
  public init() {}

  public func advance(_ stage: String, to fraction: Double) {}
}
