import ListeningSessions
import Testing

struct TimestampValidityTests {
  private let rule = TimestampValidity()

  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: rule) == RuleTerms("validity_timestamp", .validity, .rows, .error))
  }

  @Test(arguments: [
    "1970-01-01T00:00:00Z", "2105-12-31T23:59:59Z", "2009-05-05 01:08:57.25+02:00",
    "2008-12-31T23:59:60Z",
  ])
  func anInstantOfTheContractPasses(timestamp: String) throws {
    #expect(rule.holds(for: try SampleRow(timestamp: timestamp).read()) == true)
  }

  @Test(arguments: [
    "1969-12-31T23:59:59Z", "2106-01-01T00:00:00Z", "2009-02-29T00:00:00Z", "NA", "1241478537",
  ])
  func anythingElseFails(timestamp: String) throws {
    #expect(rule.holds(for: try SampleRow(timestamp: timestamp).read()) == false)
  }

  @Test(arguments: ["", " ", "\u{3000}"])
  func aBlankIsNotJudged(timestamp: String) throws {
    #expect(rule.holds(for: try SampleRow(timestamp: timestamp).read()) == nil)
  }
}
