import ListeningSessions
import Testing

struct QualityFindingsTests {
  @Test func nothingFailsUnlessTold() {
    let findings = QualityFindings(
      tallies: ["validity_mbid": RuleTally(units: 2, failed: 1)], rowsWithErrors: 1,
      profile: HistoryProfile())
    #expect(findings.failures.isEmpty && findings.rowsWithErrors == 1)
    #expect(findings.tallies["validity_mbid"] == RuleTally(units: 2, failed: 1))
  }
}
