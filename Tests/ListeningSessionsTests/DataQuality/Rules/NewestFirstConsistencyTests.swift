import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct NewestFirstConsistencyTests {
  private let rule = NewestFirstConsistency()

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule)
        == RuleTerms("consistency_newest_first", .consistency, .listens, .info))
  }

  @Test func newestFirstPasses() {
    #expect(rule.tally(of: ArrayHistory(seconds: [9, 5, 1])) == RuleTally(units: 2, failed: 0))
  }

  @Test func theNewerListenThatStandsLaterFails() {
    let tally = rule.tally(of: ArrayHistory(seconds: [9, 1, 5]))
    #expect(tally.units == 2 && tally.failed == 1 && tally.samples == [2])
  }

  @Test func theOldestListenAndThoseOfOneSecondAreNotJudged() {
    let history = ArrayHistory(seconds: [5, 5])
    #expect(rule.holds(for: 0, in: history) == nil)
    #expect(rule.holds(for: 1, in: history) == nil)
    #expect(rule.tally(of: history) == RuleTally())
  }
}
