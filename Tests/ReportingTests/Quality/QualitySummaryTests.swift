import ListeningSessions
import Reporting
import Testing

struct QualitySummaryTests {
  @Test func everyRuleHasALine() {
    let lines = lines(of: SampleQuality.mixed())
    for rule in SampleQuality.rules().all {
      let dimension = rule.dimension.rawValue
      #expect(lines.count { $0.hasPrefix(dimension) && $0.contains(" \(rule.id) ") } == 1)
    }
    #expect(columns(lines, "validity_timestamp") == ["1,200", "rows", "100", "8.33", "failed"])
    #expect(
      columns(lines, "completeness_track_mbid") == ["1,000", "rows", "300", "30.00", "warning"])
    #expect(columns(lines, "consistency_mbid_names") == ["?", "?", "?", "error"])
    #expect(columns(lines, "validity_utf8") == ["1,000", "rows", "0", "0.00", "passed"])
  }

  @Test func theVerdictTellsWhyAndWhatTheScoreMeans() {
    let text = QualitySummary.text(of: SampleQuality.mixed())
    let verdict = """
      Quality error: score 99.99; 1,234,567 rows: 1,233,560 valid, 7 quarantined, 1,000 duplicates
      Score: Share of the rows without a finding of a rule of severity error, 0 to 100; passed from \
      95, warning from 90, failed below; 100 without rows.
      Reasons:
      - completeness_track_mbid: 300 of 1000 rows
      - validity_timestamp: 100 of 1200 rows
      - consistency_mbid_names could not be evaluated: no memory <left> \u{FFFD}[31m

      """
    #expect(text.hasSuffix("\n" + verdict))
  }

  @Test func aRunThatPassedHasNoReasons() {
    let text = QualitySummary.text(of: SampleQuality.passed())
    #expect(text.contains("\nQuality passed: score 100.00; "))
    #expect(!text.contains("Reasons"))
  }

  @Test func noUserIsNamed() {
    #expect(!QualitySummary.text(of: SampleQuality.mixed()).contains("user_000005"))
  }

  @Test func withoutAVerdictThereIsNothingToSay() {
    #expect(QualitySummary.text(of: SampleReport.make()) == "")
  }

  private func lines(of report: AnalysisReport) -> [String] {
    QualitySummary.text(of: report).split(separator: "\n").map(String.init)
  }

  /// What stands behind the rule's name.
  private func columns(_ lines: [String], _ id: String) -> [String]? {
    lines.first { $0.contains(" \(id) ") }?.split(separator: " ").dropFirst(2).map(String.init)
  }
}
