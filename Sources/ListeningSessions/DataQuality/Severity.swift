/// The most that a rule's findings can do to a run.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// They are listed.
  case info
  /// They can make the run a warning.
  case warning
  /// They can fail the run, and the rows found are not counted as good ones.
  case error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
