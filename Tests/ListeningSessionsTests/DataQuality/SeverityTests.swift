import ListeningSessions
import Testing

struct SeverityTests {
  @Test func theyRiseFromInfoToError() {
    #expect(Severity.allCases == [.info, .warning, .error])
    #expect(Severity.allCases.reversed().sorted() == Severity.allCases)
    #expect(!(Severity.error < .error))
  }

  @Test func namesAreThoseOfRuleSets() {
    #expect(Severity.allCases.map(\.rawValue) == ["info", "warning", "error"])
  }
}
