import ListeningSessions
import Testing

struct FieldCountValidityTests {
  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: FieldCountValidity())
        == RuleTerms("validity_field_count", .validity, .rows, .error))
  }

  @Test func oneRowInAThousandWarnsAndOneInTwentyFails() {
    let setting = FieldCountValidity().standardSetting
    #expect(setting.status(failed: 9, of: 10_000) == .passed)
    #expect(setting.status(failed: 10, of: 10_000) == .warning)
    #expect(setting.status(failed: 499, of: 10_000) == .warning)
    #expect(setting.status(failed: 500, of: 10_000) == .failed)
  }
}
