import ListeningSessions
import Testing

struct MBIDPairConsistencyTests {
  private let rule = MBIDPairConsistency()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("consistency_mbid_pair", .consistency, .rows, .warning))
  }

  @Test func aTrackMBIDWithoutTheArtistsFails() throws {
    #expect(rule.holds(for: try SampleRow(artistMBID: "").read()) == false)
    #expect(rule.holds(for: try SampleRow(artistMBID: "\u{A0}").read()) == false)
  }

  @Test func bothPassWhateverTheirForm() throws {
    #expect(rule.holds(for: try SampleRow(artistMBID: "x", trackMBID: "y").read()) == true)
  }

  @Test(arguments: ["", " "])
  func aRowWithoutTrackMBIDIsNotJudged(trackMBID: String) throws {
    #expect(rule.holds(for: try SampleRow(trackMBID: trackMBID).read()) == nil)
    #expect(rule.holds(for: try SampleRow(artistMBID: "", trackMBID: trackMBID).read()) == nil)
  }
}
