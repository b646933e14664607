/// Every row names the artist.
public struct ArtistNameCompleteness: RowRule {
  public let id = "completeness_artist_name"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The artist name is not blank."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.artistName.isBlank
  }
}
