/// Rows have the six fields of the format; the others cannot be read at all.
public struct FieldCountValidity: QualityRule {
  public let id = "validity_field_count"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.rows
  public let requirement = "The row has six tab-separated fields."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}
}
