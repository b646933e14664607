/// A number of a run that is compared with that of earlier runs.
public enum RunMetric: String, CaseIterable, Sendable {
  case rows, users
  case rejectShare = "reject_share"
  case blankShare = "blank_share"
  case score

  /// The value in a run; nil when the run has none.
  public func value(in run: RunMetrics) -> Double? {
    switch self {
    case .rows: Double(run.rows)
    case .users: Double(run.users)
    case .rejectShare: run.rejectShare
    case .blankShare: run.blankShare
    case .score: run.score
    }
  }

  /// What the values can be.
  var bounds: ClosedRange<Double> {
    switch self {
    // More than any history has, and no more than an Int holds.
    case .rows, .users: 0...0x1p62
    case .rejectShare, .blankShare, .score: 0...100
    }
  }

  /// A value for people: a whole number, or a percentage with up to four decimals.
  func text(_ value: Double) -> String {
    switch self {
    case .rows, .users: RunMetric.digits(value)
    case .rejectShare, .blankShare, .score: "\((value * 10_000).rounded() / 10_000) %"
    }
  }

  /// A range for people; of numbers that are whole, those inside it.
  func text(_ range: ClosedRange<Double>) -> String {
    switch self {
    case .rows, .users:
      "\(RunMetric.digits(range.lowerBound.rounded(.up))) to "
        + RunMetric.digits(range.upperBound.rounded(.down))
    case .rejectShare, .blankShare, .score: "\(text(range.lowerBound)) to \(text(range.upperBound))"
    }
  }

  private static func digits(_ value: Double) -> String { "\(Int(value.rounded()))" }
}
