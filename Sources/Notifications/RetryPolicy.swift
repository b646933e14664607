/// How often, how long and at what intervals a delivery is tried.
///
/// The pause doubles with every attempt; half of it is left to chance, so that many runs that
/// failed together do not come back together.
public struct RetryPolicy: Sendable {
  /// Most attempts, the first among them; default: 4.
  public var attempts = 4
  /// Pause after the first attempt; default: half a second.
  public var firstPause = Duration.milliseconds(500)
  /// Longest pause that is the sender's own choice; default: 8 seconds.
  public var longestPause = Duration.seconds(8)
  /// Most time for one attempt; default: 10 seconds.
  public var attemptTime = Duration.seconds(10)
  /// Most time for all attempts and the pauses between them; default: 30 seconds.
  public var totalTime = Duration.seconds(30)
  /// A number from 0 to 1 for the part of the pause that is left to chance.
  public var chance: @Sendable () -> Double = { Double.random(in: 0...1) }
  /// Time since some moment in the past.
  public var time: @Sendable () -> Duration = { RetryPolicy.start.duration(to: .now) }
  /// Waits.
  public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  private static let start = ContinuousClock.now

  public init() {}

  /// The pause after attempt `number`, which counts from 1.
  func pause(after number: Int) -> Duration {
    var pause = firstPause
    for _ in 1..<number where pause < longestPause { pause *= 2 }
    return min(pause, longestPause) * (0.5 + 0.5 * chance())
  }

  /// Tries until an attempt delivers or is refused, or attempts or time are used up.
  ///
  /// - Parameter attempt: is told how much time it has.
  /// - Returns: how many attempts it took, or why there will be no other.
  func deliver(_ attempt: (Duration) async -> DeliveryAttempt) async -> DeliveryOutcome {
    let deadline = time() + totalTime
    var number = 1
    while true {
      let limit = min(attemptTime, deadline - time())
      switch await attempt(limit) {
      case .delivered: return .delivered(attempts: number)
      case .refused(let reason): return .givenUp(attempts: number, reason: reason)
      case .failed(let reason, let earliest):
        guard number < attempts else { return .givenUp(attempts: number, reason: reason) }
        let pause = max(pause(after: number), earliest ?? .zero)
        guard time() + pause < deadline else {
          return .givenUp(attempts: number, reason: "\(reason); no time for another attempt")
        }
        do { try await sleep(pause) } catch {
          return .givenUp(attempts: number, reason: "\(reason); then interrupted")
        }
        number += 1
      }
    }
  }
}
