import ListeningSessions

/// How many ordinary rows there were, and which of them lack MBIDs.
struct OrdinaryRows {
  /// Which lacks are errors.
  struct Errors {
    let artistMBID: Bool
    let trackMBID: Bool
    let pair: Bool
  }

  private(set) var count = 0
  private(set) var withoutArtistMBID = RuleTally()
  private(set) var withoutTrackMBID = RuleTally()
  private(set) var trackMBIDOnly = RuleTally()
  private(set) var withAnyMBID = 0
  private(set) var withTrackMBID = 0

  /// Counts a row.
  ///
  /// - Returns: whether what it lacks is an error.
  @inline(__always)
  mutating func count(
    hasArtistMBID: Bool, hasTrackMBID: Bool, at position: Int,
    errors: Errors
  ) -> Bool {
    count &+= 1
    withAnyMBID &+= hasArtistMBID || hasTrackMBID ? 1 : 0
    withTrackMBID &+= hasTrackMBID ? 1 : 0
    if hasArtistMBID && hasTrackMBID { return false }
    return countLacks(hasArtistMBID, hasTrackMBID, position, errors)
  }

  private mutating func countLacks(
    _ hasArtistMBID: Bool, _ hasTrackMBID: Bool, _ position: Int, _ errors: Errors
  ) -> Bool {
    var isError = false
    if !hasArtistMBID {
      withoutArtistMBID.fail(at: position)
      isError = errors.artistMBID
    }
    if !hasTrackMBID {
      withoutTrackMBID.fail(at: position)
      return isError || errors.trackMBID
    }
    trackMBIDOnly.fail(at: position)
    return isError || errors.pair
  }

  /// The tally of a row rule over these rows, which pass it but for missing MBIDs.
  func tally(of rule: any RowRule) -> RuleTally {
    switch rule {
    case is ArtistMBIDCompleteness: passing(count, withoutArtistMBID)
    case is TrackMBIDCompleteness: passing(count, withoutTrackMBID)
    case is MBIDPairConsistency: passing(withTrackMBID, trackMBIDOnly)
    case is MBIDValidity: RuleTally(units: withAnyMBID, failed: 0)
    default: RuleTally(units: count, failed: 0)
    }
  }

  private func passing(_ units: Int, _ failures: RuleTally) -> RuleTally {
    var tally = failures
    tally.pass(units - failures.failed)
    return tally
  }
}
