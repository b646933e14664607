import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SameSecondUniquenessTests {
  private let rule = SameSecondUniqueness()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("uniqueness_same_second", .uniqueness, .listens, .warning))
  }

  @Test func neighbouringSecondsPass() {
    let tally = rule.tally(of: ArrayHistory(seconds: [5, 6, 7]))
    #expect(tally == RuleTally(units: 3, failed: 0))
  }

  @Test func allListensOfOneSecondFail() {
    let tally = rule.tally(of: ArrayHistory(seconds: [9, 5, 5, 6, 9, 9]))
    #expect(tally.units == 6 && tally.failed == 5)
    #expect(tally.samples == [0, 1, 2, 4, 5])
  }

  @Test func theFirstAndTheLastListenHaveOneNeighbour() {
    let history = ArrayHistory(seconds: [5, 5, 6])
    #expect(rule.holds(for: 0, in: history) == false)
    #expect(rule.holds(for: 2, in: history) == true)
    #expect(rule.holds(for: 0, in: ArrayHistory(seconds: [5])) == true)
  }
}
