#if Spark
  /// How often and at what intervals a call is tried that failed on the way.
  ///
  /// The pause grows with every attempt; half of it is left to chance, so that many clients that lost
  /// a server together do not come back together. After a message has arrived the count starts anew.
  public struct SparkRetryPolicy: Sendable {
    /// Most attempts without progress, the first among them; default: 7.
    public var attempts = 7
    /// Pause after the first attempt; default: a tenth of a second.
    public var firstPause = Duration.milliseconds(100)
    /// By what the pause grows; default: 2.5.
    public var growth = 2.5
    /// Longest pause, unless the server asks for a longer one; default: 5 seconds.
    public var longestPause = Duration.seconds(5)
    /// A number from 0 to 1 for the part of the pause that is left to chance.
    public var chance: @Sendable () -> Double = { Double.random(in: 0...1) }
    /// Waits.
    public var sleep: @Sendable (Duration) async throws -> Void = {
      try await Task.sleep(for: $0)
    }

    public init() {}

    /// The pause after an attempt.
    ///
    /// - Parameter number: which attempt failed, from 1.
    /// - Returns: the time to wait, or nil if it was the last attempt.
    func pause(after number: Int) -> Duration? {
      guard number < attempts else { return nil }
      var pause = firstPause
      for _ in 1..<number where pause < longestPause { pause = pause * growth }
      return min(pause, longestPause) * (0.5 + 0.5 * chance())
    }
  }
#endif
