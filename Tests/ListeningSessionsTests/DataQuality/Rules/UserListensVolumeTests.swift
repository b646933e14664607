import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct UserListensVolumeTests {
  private let rule = UserListensVolume(least: 3)

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("volume_listens_per_user", .volume, .users, .warning))
    #expect(UserListensVolume().least == 1)
  }

  @Test func theLimitPassesAndOneLessFails() {
    #expect(rule.tally(of: ArrayHistory(seconds: [1, 2, 3])) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [2, 1]))
    #expect(tally.units == 1 && tally.failed == 1)
    #expect(tally.samples == [1], "the row of the first listen")
  }

  @Test func aUserWithoutListensIsNoUnit() {
    #expect(rule.tally(of: ArrayHistory(seconds: [])) == RuleTally())
  }
}
