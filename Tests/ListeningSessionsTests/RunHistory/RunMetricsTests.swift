import ListeningSessions
import Testing

struct RunMetricsTests {
  private let identity = RunIdentity(
    id: "0b9c", startedAt: Instant(secondsSinceEpoch: 1_139_766_571), version: "1.0.0")

  @Test func theMetricsAreThoseOfTheReport() {
    var counts = RowCounts()
    counts.rows = 200
    counts.users = 3
    counts.rejected[.fieldCount] = 5
    counts.rejected[.invalidUTF8] = 1
    let quality = quality(
      rows: 200, rowsWithErrors: 8, columns: [column(rows: 194, blank: 97), column(rows: 194)])
    let metrics = RunMetrics(report(counts, quality), run: identity, seconds: 1.5, exitCode: 1)
    #expect(
      metrics
        == RunMetrics(
          runID: "0b9c", startedAt: identity.startedAt, status: quality.status, rows: 200,
          users: 3, rejectShare: 3, blankShare: 25, score: 96, seconds: 1.5, exitCode: 1))
  }

  @Test func withoutQualityThereIsNoVerdict() {
    let metrics = RunMetrics(report(RowCounts(), nil), run: identity, seconds: 0, exitCode: 66)
    #expect(metrics.status == nil && metrics.score == nil && metrics.blankShare == nil)
    #expect(metrics.rows == 0 && metrics.rejectShare == 0 && metrics.exitCode == 66)
  }

  @Test func withoutReadableRowsThereIsNoBlankShare() {
    let quality = quality(rows: 0, rowsWithErrors: 0, columns: [column(rows: 0)])
    let metrics = RunMetrics(report(RowCounts(), quality), run: identity, seconds: 0, exitCode: 0)
    #expect(metrics.blankShare == nil && metrics.score == 100)
  }

  private func report(_ counts: RowCounts, _ quality: QualityReport?) -> AnalysisReport {
    AnalysisReport(
      settings: AnalysisSettings(), inputs: [], counts: counts, sessions: [], names: NameTable(),
      quality: quality,
      execution: Execution(engine: "none", threads: 1, stages: [], peakMemoryBytes: nil))
  }

  private func quality(rows: Int, rowsWithErrors: Int, columns: [ColumnProfile]) -> QualityReport {
    let ruleSet = RuleSet()
    return QualityReport(
      QualityFindings(
        tallies: [:], rowsWithErrors: rowsWithErrors, profile: HistoryProfile(columns: columns)),
      rules: ruleSet.rules(gapSeconds: 1200, now: .latest), ruleSet: ruleSet, rows: rows,
      sample: { position in
        RuleResult.Sample(inputPath: "", lineNumber: 1, byteOffset: position, userID: "")
      })
  }

  private func column(rows: Int, blank: Int = 0) -> ColumnProfile {
    ColumnProfile(
      column: .trackMBID, rows: rows, blank: blank, distinct: 0, isDistinctExact: true,
      lengths: LengthSummary(), topValues: [], undercount: 0)
  }
}
