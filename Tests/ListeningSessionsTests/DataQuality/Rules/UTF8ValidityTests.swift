import ListeningSessions
import Testing

struct UTF8ValidityTests {
  @Test func saysWhatItIs() {
    #expect(RuleTerms(of: UTF8Validity()) == RuleTerms("validity_utf8", .validity, .rows, .error))
  }

  @Test func oneRowInAThousandWarnsAndOneInTwentyFails() {
    let setting = UTF8Validity().standardSetting
    #expect(setting.status(failed: 9, of: 10_000) == .passed)
    #expect(setting.status(failed: 10, of: 10_000) == .warning)
    #expect(setting.status(failed: 499, of: 10_000) == .warning)
    #expect(setting.status(failed: 500, of: 10_000) == .failed)
  }
}
