/// MBIDs are UUIDs.
public struct MBIDValidity: RowRule {
  public let id = "validity_mbid"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.rows
  public let requirement = "The MBIDs that are there are UUIDs."
  public let standardSetting = RuleSetting(.warning, warning: .percent(1))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    let mbids = [row.artistMBID, row.trackMBID].filter { !$0.isBlank }
    return mbids.isEmpty ? nil : mbids.allSatisfy { UUIDText.isUUID($0.utf8.span) }
  }
}
