/// Rows have an artist MBID; Last.fm-1K lacks 3 % of them.
public struct ArtistMBIDCompleteness: RowRule {
  public let id = "completeness_artist_mbid"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The artist MBID is not blank."
  public let standardSetting = RuleSetting(.warning, warning: .percent(25))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.artistMBID.isBlank
  }
}
