/// Every row names its user.
public struct UserIDCompleteness: RowRule {
  public let id = "completeness_user_id"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The user id is not blank."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.userID.isBlank
  }
}
