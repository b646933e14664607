/// The history is not shorter than expected.
public struct RowVolume: QualityRule {
  public let id = "volume_rows"
  public let dimension = QualityDimension.volume
  public let unit = QualityUnit.histories
  public let requirement = "The history has at least as many rows as asked for."
  public let standardSetting = RuleSetting(.error, warning: .count(1), error: .count(1))

  public let least: Int

  public init(least: Int = 1) {
    self.least = least
  }

  /// Counts the history as one unit.
  public func tally(rows count: Int) -> RuleTally {
    RuleTally(units: 1, failed: count >= least ? 0 : 1)
  }
}
