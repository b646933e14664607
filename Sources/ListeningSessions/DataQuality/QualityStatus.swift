/// How a rule, or the whole run, came out; the worst of several counts.
public enum QualityStatus: String, CaseIterable, Comparable, Sendable {
  case passed
  case warning
  case failed
  /// It could not be judged, which is never a pass.
  case error

  private var rank: Int {
    switch self {
    case .passed: 0
    case .warning: 1
    case .failed: 2
    case .error: 3
    }
  }

  public static func < (left: QualityStatus, right: QualityStatus) -> Bool {
    left.rank < right.rank
  }
}
