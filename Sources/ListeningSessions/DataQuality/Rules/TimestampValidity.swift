/// A timestamp that is there names an instant.
public struct TimestampValidity: RowRule {
  public let id = "validity_timestamp"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.rows
  public let requirement = "The timestamp is an RFC 3339 instant from 1970 to 2105."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    row.timestamp.isBlank ? nil : row.listenedAt != nil
  }
}
