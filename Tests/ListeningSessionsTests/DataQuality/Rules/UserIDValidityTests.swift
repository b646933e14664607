import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct UserIDValidityTests {
  private let rule = UserIDValidity(UserIDPattern("user_######"))

  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: rule) == RuleTerms("validity_user_id", .validity, .users, .warning))
    #expect(UserIDValidity().pattern == .standard)
  }

  @Test func aUserIsOneUnitWhateverTheListens() {
    let good = ArrayHistory("user_000001", seconds: [3, 2, 1])
    #expect(rule.tally(of: good) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory("user_00001", seconds: [3, 2, 1]))
    #expect(tally.units == 1 && tally.failed == 1)
    #expect(tally.samples == [2], "the row of the first listen")
  }

  @Test func aUserWithoutListensIsNoUnit() {
    #expect(rule.tally(of: ArrayHistory("?", seconds: [])) == RuleTally())
  }
}
