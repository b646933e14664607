import ListeningSessions

/// How many ordinary rows there were, and which of them lack MBIDs.
struct OrdinaryRows {
  /// Which lacks are errors.
  struct Errors {
    let artistMBID: Bool
    let trackMBID: Bool
    let pair: Bool
  }

  /// Rows that fail a rule; a worker meets them in input order, so the first are the samples.
  private struct Failures {
    private var first = RuleTally()
    private var others = 0

    @inline(__always)
    mutating func add(at position: Int) {
      if first.failed < RuleTally.sampleLimit {
        first.fail(at: position)
      } else {
        others &+= 1
      }
    }

    var count: Int { first.failed + others }

    /// The tally of a rule that so many rows do not fail.
    func tally(passed: Int) -> RuleTally {
      var tally = first
      tally.add(units: others + passed, failed: others)
      return tally
    }
  }

  private(set) var count = 0
  private var artistMBIDMissing = Failures()
  private var trackMBIDMissing = Failures()
  private var onlyTrackMBID = Failures()
  private var withoutAnyMBID = 0

  var withoutArtistMBID: Int { artistMBIDMissing.count }
  var withoutTrackMBID: Int { trackMBIDMissing.count }

  /// Counts a row.
  ///
  /// - Returns: whether what it lacks is an error.
  @inline(__always)
  mutating func count(
    hasArtistMBID: Bool, hasTrackMBID: Bool, at position: Int, errors: Errors
  ) -> Bool {
    count &+= 1
    if hasArtistMBID && hasTrackMBID { return false }
    var isError = false
    if !hasArtistMBID {
      artistMBIDMissing.add(at: position)
      isError = errors.artistMBID
    }
    if !hasTrackMBID {
      trackMBIDMissing.add(at: position)
      withoutAnyMBID &+= hasArtistMBID ? 0 : 1
      return isError || errors.trackMBID
    }
    onlyTrackMBID.add(at: position)
    return isError || errors.pair
  }

  /// The tally of a row rule over these rows, which pass it but for missing MBIDs.
  func tally(of rule: any RowRule) -> RuleTally {
    switch rule {
    case is ArtistMBIDCompleteness: artistMBIDMissing.tally(passed: count - withoutArtistMBID)
    case is TrackMBIDCompleteness: trackMBIDMissing.tally(passed: count - withoutTrackMBID)
    case is MBIDPairConsistency:
      onlyTrackMBID.tally(passed: count - withoutTrackMBID - onlyTrackMBID.count)
    case is MBIDValidity: RuleTally(units: count - withoutAnyMBID, failed: 0)
    default: RuleTally(units: count, failed: 0)
    }
  }
}
