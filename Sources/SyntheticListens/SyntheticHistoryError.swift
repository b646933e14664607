/// Why there can be no history of a shape: what is wrong with it, and what to give instead.
public struct SyntheticHistoryError: Error, Sendable, Equatable {
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// What the user can do about it, likewise.
  public let advice: String

  static func invalidShape(_ message: String, advice: String) -> SyntheticHistoryError {
    SyntheticHistoryError(message: message, advice: advice)
  }
}

extension SyntheticHistoryError: CustomStringConvertible {
  /// One line: what happened; what to do.
  public var description: String { "\(message); \(advice)" }
}
