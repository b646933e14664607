/// No listen stands twice.
public struct DuplicateUniqueness: UserRule {
  public let id = "uniqueness_duplicates"
  public let dimension = QualityDimension.uniqueness
  public let unit = QualityUnit.rows
  public let requirement = "No earlier row has the same user, instant, artist and track."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally(
      units: history.listenCount + history.duplicateCount, failed: history.duplicateCount)
    for position in history.duplicateSamples { tally.sample(position) }
    return tally
  }
}
