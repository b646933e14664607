import ListeningSessions
import Testing

struct RuleSettingTests {
  @Test(arguments: [
    (Severity.error, [QualityStatus.passed, .warning, .failed]),
    (.warning, [.passed, .warning, .warning]), (.info, [.passed, .passed, .passed]),
  ])
  func theSeverityIsTheMostThatCanHappen(severity: Severity, statuses: [QualityStatus]) {
    let setting = RuleSetting(severity, warning: .count(2), error: .count(5))
    #expect([1, 4, 5].map { setting.status(failed: $0, of: 10) } == statuses)
  }

  @Test func withoutThresholdsARulePasses() {
    #expect(RuleSetting(.error).status(failed: 10, of: 10) == .passed)
  }

  @Test func theErrorThresholdAloneWarnsWhereTheSeverityAllowsNoMore() {
    #expect(RuleSetting(.warning, error: .count(5)).status(failed: 5, of: 10) == .warning)
    #expect(RuleSetting(.error, error: .count(5)).status(failed: 4, of: 10) == .passed)
  }

  @Test func anErrorBelowTheWarningStillFails() {
    let setting = RuleSetting(.error, warning: .count(9), error: .count(5))
    #expect(setting.status(failed: 5, of: 10) == .failed)
  }

  @Test func rulesAreEnabledUnlessToldOtherwise() {
    #expect(RuleSetting(.info).isEnabled)
    #expect(!RuleSetting(.info, isEnabled: false).isEnabled)
  }
}
