/// What became of a message; a failed delivery is a value, because it must not fail an analysis.
public enum DeliveryOutcome: Hashable, Sendable {
  case delivered(attempts: Int)
  /// The reason never holds the address it was meant for.
  case givenUp(attempts: Int, reason: String)

  /// Whether the receiver has the message.
  public var isDelivered: Bool {
    if case .delivered = self { return true }
    return false
  }
}

extension DeliveryOutcome: CustomStringConvertible {
  /// One line, such as `given up after 4 attempts: status 503`.
  public var description: String {
    switch self {
    case .delivered(let attempts): "delivered after \(counted(attempts))"
    case .givenUp(let attempts, let reason): "given up after \(counted(attempts)): \(reason)"
    }
  }

  private func counted(_ attempts: Int) -> String {
    attempts == 1 ? "1 attempt" : "\(attempts) attempts"
  }
}
