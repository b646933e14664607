/// Rows have a track MBID; Last.fm-1K lacks 11.3 % of them.
public struct TrackMBIDCompleteness: RowRule {
  public let id = "completeness_track_mbid"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The track MBID is not blank."
  public let standardSetting = RuleSetting(.warning, warning: .percent(25))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.trackMBID.isBlank
  }
}
