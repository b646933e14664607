/// A recording that is known has an artist that is known.
public struct MBIDPairConsistency: RowRule {
  public let id = "consistency_mbid_pair"
  public let dimension = QualityDimension.consistency
  public let unit = QualityUnit.rows
  public let requirement = "A row with a track MBID has an artist MBID."
  public let standardSetting = RuleSetting(.warning, warning: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    row.trackMBID.isBlank ? nil : !row.artistMBID.isBlank
  }
}
