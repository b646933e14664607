import ListeningSessions
import Testing

struct ControlCharacterValidityTests {
  private let rule = ControlCharacterValidity()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule)
        == RuleTerms("validity_control_characters", .validity, .rows, .warning))
  }

  @Test(arguments: ["\u{7}", "a\u{7F}", "\u{9F}b", "a\rb"])
  func aControlCharacterInEitherNameFails(name: String) throws {
    #expect(rule.holds(for: try SampleRow(artistName: name).read()) == false)
    #expect(rule.holds(for: try SampleRow(trackName: name + "x").read()) == false)
  }

  @Test(arguments: ["", "a b", "\u{A0}", "\u{200B}", "\u{2028}"])
  func otherTextPasses(name: String) throws {
    #expect(rule.holds(for: try SampleRow(artistName: name, trackName: name).read()) == true)
  }

  @Test func onlyNamesAreLookedAt() throws {
    let row = SampleRow(userID: "\u{7}", timestamp: "\u{7}", artistMBID: "\u{7}")
    #expect(rule.holds(for: try row.read()) == true)
  }
}
