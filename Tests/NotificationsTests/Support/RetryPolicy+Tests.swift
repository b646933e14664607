import Notifications
import Synchronization

extension RetryPolicy {
  /// The usual attempts, with pauses that tests can wait for.
  static var quick: RetryPolicy {
    var policy = RetryPolicy()
    policy.firstPause = .milliseconds(5)
    policy.longestPause = .milliseconds(20)
    // Long enough for a machine that is busy with all the other tests.
    policy.attemptTime = .seconds(60)
    policy.totalTime = .seconds(240)
    return policy
  }
}

/// A clock that only pauses move on.
final class PauseClock: Sendable {
  private let state = Mutex<[Duration]>([])

  var pauses: [Duration] { state.withLock { $0 } }

  /// Lets time pass.
  func pass(_ duration: Duration) { state.withLock { $0.append(duration) } }

  /// The policy with this clock and no chance in its pauses.
  func applied(to policy: RetryPolicy) -> RetryPolicy {
    var policy = policy
    policy.chance = { 1 }
    policy.time = { [self] in pauses.reduce(.zero, +) }
    policy.sleep = { [self] duration in pass(duration) }
    return policy
  }
}
