import ListeningSessions
import Testing

struct UserVolumeTests {
  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: UserVolume()) == RuleTerms("volume_users", .volume, .histories, .error))
    #expect(UserVolume().least == 1)
  }

  @Test func theLimitPassesAndOneLessFails() {
    let rule = UserVolume(least: 10)
    #expect(rule.tally(users: 10) == RuleTally(units: 1, failed: 0))
    #expect(rule.tally(users: 9) == RuleTally(units: 1, failed: 1))
  }

  @Test func aFailureFailsTheRun() {
    #expect(UserVolume().standardSetting.status(failed: 1, of: 1) == .failed)
    #expect(UserVolume().standardSetting.status(failed: 0, of: 1) == .passed)
  }
}
