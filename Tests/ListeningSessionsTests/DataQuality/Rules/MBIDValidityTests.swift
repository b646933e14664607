import ListeningSessions
import Testing

struct MBIDValidityTests {
  private let rule = MBIDValidity()

  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: rule) == RuleTerms("validity_mbid", .validity, .rows, .warning))
  }

  @Test(arguments: [("", SampleRow.mbid), (SampleRow.mbid, " "), (SampleRow.mbid, SampleRow.mbid)])
  func theIdsThatAreThereMustBeUUIDs(artist: String, track: String) throws {
    #expect(rule.holds(for: try SampleRow(artistMBID: artist, trackMBID: track).read()) == true)
  }

  @Test(arguments: [("x", SampleRow.mbid), (SampleRow.mbid, "x"), ("x", ""), ("", "x"), ("x", "x")])
  func oneThatIsNoneIsEnough(artist: String, track: String) throws {
    #expect(rule.holds(for: try SampleRow(artistMBID: artist, trackMBID: track).read()) == false)
  }

  @Test func aRowWithoutIdsIsNotJudged() throws {
    #expect(rule.holds(for: try SampleRow(artistMBID: "", trackMBID: " ").read()) == nil)
  }
}
