/// An MBID stands with one name only: an artist's with one artist name, a track's with one track name.
///
/// A unit is a distinct MBID. What must be remembered grows with their number, about 16 bytes each
/// in the native engine.
public struct MBIDNameConsistency: QualityRule {
  public let id = "consistency_mbid_names"
  public let dimension = QualityDimension.consistency
  public let unit = QualityUnit.mbids
  public let requirement = "The MBID always stands with the same name."
  public let standardSetting = RuleSetting(.warning, warning: .percent(5))

  public init() {}

  /// The names seen with each MBID.
  public struct State: MergeableState, Hashable {
    private var artists: [Text: Set<Text>] = [:]
    private var tracks: [Text: Set<Text>] = [:]

    public init() {}

    /// Takes a row in; a blank name is none.
    public mutating func observe(_ row: ReadableRow) {
      if !row.artistMBID.isBlank, !row.artistName.isBlank {
        artists[row.artistMBID, default: []].insert(row.artistName)
      }
      if !row.trackMBID.isBlank, !row.trackName.isBlank {
        tracks[row.trackMBID, default: []].insert(row.trackName)
      }
    }

    public mutating func merge(_ other: State) {
      artists.merge(other.artists) { $0.union($1) }
      tracks.merge(other.tracks) { $0.union($1) }
    }

    /// Distinct MBIDs, and those with more than one name.
    public var tally: RuleTally {
      let names = Array(artists.values) + Array(tracks.values)
      return RuleTally(units: names.count, failed: names.count { $0.count > 1 })
    }
  }
}
