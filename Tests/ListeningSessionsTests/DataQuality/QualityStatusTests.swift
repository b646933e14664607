import ListeningSessions
import Testing

struct QualityStatusTests {
  @Test func theyRiseFromPassedToError() {
    #expect(QualityStatus.allCases == [.passed, .warning, .failed, .error])
    #expect(QualityStatus.allCases.reversed().sorted() == QualityStatus.allCases)
    #expect(!(QualityStatus.failed < .failed))
  }

  @Test func namesAreThoseOfReports() {
    let names = QualityStatus.allCases.map(\.rawValue)
    #expect(names == ["passed", "warning", "failed", "error"])
  }
}
