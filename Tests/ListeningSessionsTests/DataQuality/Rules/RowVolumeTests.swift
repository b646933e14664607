import ListeningSessions
import Testing

struct RowVolumeTests {
  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: RowVolume()) == RuleTerms("volume_rows", .volume, .histories, .error))
    #expect(RowVolume().least == 1)
  }

  @Test func theLimitPassesAndOneLessFails() {
    let rule = RowVolume(least: 10)
    #expect(rule.tally(rows: 10) == RuleTally(units: 1, failed: 0))
    #expect(rule.tally(rows: 9) == RuleTally(units: 1, failed: 1))
  }

  @Test func aFailureFailsTheRun() {
    #expect(RowVolume().standardSetting.status(failed: 1, of: 1) == .failed)
    #expect(RowVolume().standardSetting.status(failed: 0, of: 1) == .passed)
  }
}
