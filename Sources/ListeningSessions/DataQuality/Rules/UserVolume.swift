/// The history has no fewer users than expected.
public struct UserVolume: QualityRule {
  public let id = "volume_users"
  public let dimension = QualityDimension.volume
  public let unit = QualityUnit.histories
  public let requirement = "The history has at least as many users as asked for."
  public let standardSetting = RuleSetting(.error, warning: .count(1), error: .count(1))

  public let least: Int

  public init(least: Int = 1) {
    self.least = least
  }

  /// Counts the history as one unit.
  public func tally(users count: Int) -> RuleTally {
    RuleTally(units: 1, failed: count >= least ? 0 : 1)
  }
}
