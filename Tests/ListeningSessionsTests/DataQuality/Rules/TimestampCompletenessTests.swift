import ListeningSessions
import Testing

struct TimestampCompletenessTests {
  private let rule = TimestampCompleteness()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule)
        == RuleTerms("completeness_timestamp", .completeness, .rows, .error))
  }

  @Test(arguments: ["", " ", "\u{A0}\u{3000}", "\u{85}\u{0}"])
  func aBlankFails(text: String) throws {
    #expect(rule.holds(for: try SampleRow(timestamp: text).read()) == false)
  }

  @Test(arguments: ["-", "NA", " x", "\u{200B}"])
  func whateverSaysSomethingPasses(text: String) throws {
    #expect(rule.holds(for: try SampleRow(timestamp: text).read()) == true)
  }

  @Test func otherFieldsDoNotMatter() throws {
    #expect(rule.holds(for: try SampleRow(userID: "").read()) == true)
  }
}
