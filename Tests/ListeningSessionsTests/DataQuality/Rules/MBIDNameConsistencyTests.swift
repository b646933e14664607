import ListeningSessions
import Testing

struct MBIDNameConsistencyTests {
  private typealias Play = (
    artistMBID: String, artistName: String, trackMBID: String, trackName: String
  )

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: MBIDNameConsistency())
        == RuleTerms("consistency_mbid_names", .consistency, .mbids, .warning))
  }

  @Test func aSecondNameFailsTheMBIDOnce() throws {
    let rows: [Play] = [("a", "x", "", "t"), ("a", "y", "", "t"), ("a", "z", "", "t")]
    #expect(try state(of: rows).tally == RuleTally(units: 1, failed: 1))
  }

  @Test func theSameNamePasses() throws {
    let rows: [Play] = [("a", "x", "b", "t"), ("a", "x", "b", "t"), ("c", "x", "d", "t")]
    #expect(try state(of: rows).tally == RuleTally(units: 4, failed: 0))
  }

  @Test func namesAreComparedByTheirBytes() throws {
    let rows: [Play] = [("a", "\u{E9}", "", "t"), ("a", "e\u{301}", "", "t")]
    #expect(try state(of: rows).tally == RuleTally(units: 1, failed: 1))
  }

  @Test func anArtistAndATrackMayShareAnMBID() throws {
    #expect(try state(of: [("a", "x", "a", "t")]).tally == RuleTally(units: 2, failed: 0))
  }

  @Test func blankNamesAndBlankMBIDsSayNothing() throws {
    let rows: [Play] = [("a", "x", "b", "t"), ("a", " ", "b", ""), ("", "y", "\u{A0}", "s")]
    #expect(try state(of: rows).tally == RuleTally(units: 2, failed: 0))
  }

  @Test func partsWithDifferentNamesFailTogether() throws {
    var left = try state(of: [("a", "x", "b", "t")])
    left.merge(try state(of: [("a", "y", "b", "t"), ("c", "z", "", "t")]))
    #expect(left.tally == RuleTally(units: 3, failed: 1))
  }

  private func state(of rows: [Play]) throws -> MBIDNameConsistency.State {
    var state = MBIDNameConsistency.State()
    for row in rows {
      state.observe(
        try SampleRow(
          artistMBID: row.artistMBID, artistName: row.artistName, trackMBID: row.trackMBID,
          trackName: row.trackName
        ).read())
    }
    return state
  }
}
