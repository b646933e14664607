import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct DuplicateUniquenessTests {
  private let rule = DuplicateUniqueness()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("uniqueness_duplicates", .uniqueness, .rows, .error))
  }

  @Test func listensAndDuplicatesAreTheUnitsAndTheDuplicatesFail() {
    let tally = rule.tally(of: ArrayHistory(seconds: [0, 1, 2], duplicates: [9, 7]))
    #expect(tally.units == 5 && tally.failed == 2 && tally.samples == [7, 9])
  }

  @Test func withoutDuplicatesAllPass() {
    let tally = rule.tally(of: ArrayHistory(seconds: [0, 0, 1]))
    #expect(tally == RuleTally(units: 3, failed: 0))
  }

  @Test func ofManyDuplicatesTheFirstAreSamples() {
    let tally = rule.tally(of: ArrayHistory(seconds: [0], duplicates: Array(1...50)))
    #expect(tally.units == 51 && tally.failed == 50)
    #expect(tally.samples == Array(1...RuleTally.sampleLimit))
  }
}
