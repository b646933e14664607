/// Why an analysis could not be done: what happened, where, and what to do about it.
public struct AnalysisError: Error, Hashable, Sendable {
  /// The kinds of failure that callers tell apart, by exit code for one.
  public enum Code: Sendable {
    /// An input is missing, unreadable, or holds no row.
    case noInput
    /// Rows were read, but none of them is a listen.
    case unusableInput
    /// A file of profiles holds something else.
    case unusableProfiles
    /// The output cannot be created.
    case cannotCreateOutput
    /// Reading or writing failed half way.
    case inputOutput
    /// A rule set has a mistake.
    case configuration
    /// A cluster does not answer, or went away.
    case unavailable
    /// A cluster does not let the user in.
    case notPermitted
    /// The engine could not finish its work, for lack of memory for one.
    case engineFailed
    /// The work was interrupted.
    case interrupted
  }

  public let code: Code
  /// What happened and where, in one sentence without a full stop.
  public let message: String
  /// What the user can do about it, likewise.
  public let advice: String

  public init(_ code: Code, _ message: String, advice: String) {
    self.code = code
    self.message = message
    self.advice = advice
  }
}

extension AnalysisError: CustomStringConvertible {
  /// One line: what happened; what to do.
  public var description: String { "\(message); \(advice)" }
}
