/// Rows of six fields are valid UTF-8; the others cannot be read at all.
public struct UTF8Validity: QualityRule {
  public let id = "validity_utf8"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.rows
  public let requirement = "The row is valid UTF-8."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}
}
