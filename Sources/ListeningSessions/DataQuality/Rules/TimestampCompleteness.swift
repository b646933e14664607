/// Every row says when.
public struct TimestampCompleteness: RowRule {
  public let id = "completeness_timestamp"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The timestamp is not blank."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.timestamp.isBlank
  }
}
