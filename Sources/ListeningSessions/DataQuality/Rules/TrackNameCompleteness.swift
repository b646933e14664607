/// Every row names the track.
public struct TrackNameCompleteness: RowRule {
  public let id = "completeness_track_name"
  public let dimension = QualityDimension.completeness
  public let unit = QualityUnit.rows
  public let requirement = "The track name is not blank."
  public let standardSetting = RuleSetting(.error, warning: .percent(0.1), error: .percent(5))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !row.trackName.isBlank
  }
}
