import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct UserActivityTimelinessTests {
  private let rule = UserActivityTimeliness(mostListens: 3)

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("timeliness_user_activity", .timeliness, .users, .warning))
    #expect(UserActivityTimeliness().mostListens == 100_000)
  }

  @Test func theLimitPassesAndOneMoreFails() {
    #expect(rule.tally(of: ArrayHistory(seconds: [1, 2, 3])) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [4, 3, 2, 1]))
    #expect(tally.units == 1 && tally.failed == 1)
    #expect(tally.samples == [3], "the row of the first listen")
  }

  @Test func aUserWithoutListensIsNoUnit() {
    #expect(rule.tally(of: ArrayHistory(seconds: [], duplicates: [])) == RuleTally())
  }
}
