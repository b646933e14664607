import ListeningSessions
import Testing

@testable import Reporting

struct PrometheusMetricsTests {
  private static let now = Instant(secondsSinceEpoch: 1_700_000_000)

  @Test func aRunThatSucceededSaysSo() {
    let lines = lines(SampleQuality.passed(), exitCode: 0)
    for line in [
      "sidelong_last_run_timestamp_seconds 1700000000",
      "sidelong_last_success_timestamp_seconds 1700000000", "sidelong_last_run_success 1",
      "sidelong_last_run_exit_code 0", "sidelong_run_duration_seconds 2.5",
      "sidelong_build_info{version=\"9.8.7\",engine=\"sample\"} 1",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func theFiguresAreThoseOfTheReport() {
    let lines = lines(SampleQuality.mixed(), exitCode: 1)
    for line in [
      "sidelong_stage_duration_seconds{stage=\"scan\"} 0.5", "sidelong_input_bytes 10",
      "sidelong_rows_read 1234567", "sidelong_rows_valid 1233560", "sidelong_duplicates 1000",
      "sidelong_rows_rejected{reason=\"invalid_utf8\"} 7",
      "sidelong_rows_rejected{reason=\"field_count\"} 0", "sidelong_sessions 12345",
      "sidelong_users 2", "sidelong_session_longest_tracks 3",
      "sidelong_session_longest_duration_seconds 1229", "sidelong_peak_memory_bytes 4096",
      "sidelong_throughput_rows_per_second 493826.8",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func theVerdictIsThere() {
    let lines = lines(SampleQuality.mixed(), exitCode: 1)
    for line in [
      "sidelong_quality_rule_failed_units{rule=\"validity_timestamp\",severity=\"error\"} 100",
      "sidelong_quality_rule_status{rule=\"validity_timestamp\",severity=\"error\"} 0",
      "sidelong_quality_rule_status{rule=\"completeness_track_mbid\",severity=\"warning\"} 0",
      "sidelong_quality_rule_status{rule=\"consistency_mbid_names\",severity=\"warning\"} 0",
      "sidelong_quality_rule_status{rule=\"validity_utf8\",severity=\"error\"} 1",
      "sidelong_quality_score_ratio{dimension=\"completeness\"} 0.95",
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(
      lines.contains { $0.hasPrefix("sidelong_quality_score_ratio{dimension=\"overall\"} 0.9999") })
    #expect(
      !lines.contains {
        $0.hasPrefix("sidelong_quality_rule_failed_units{rule=\"consistency_mbid_names")
      })
  }

  @Test func aFailureKeepsTheLastSuccess() {
    let earlier = text(SampleQuality.passed(), exitCode: 0, now: Instant(secondsSinceEpoch: 42))
    let failed = text(nil, exitCode: 74, previous: earlier)
    let again = text(nil, exitCode: 66, previous: failed)
    for text in [failed, again] {
      let lines = text.split(separator: "\n")
      #expect(lines.contains("sidelong_last_success_timestamp_seconds 42"))
      #expect(lines.contains("sidelong_last_run_timestamp_seconds 1700000000"))
      #expect(lines.contains("sidelong_last_run_success 0"))
    }
    #expect(again.contains("\nsidelong_last_run_exit_code 66\n"))
  }

  @Test(arguments: [
    nil, "", "garbage", "sidelong_last_success_timestamp_seconds", "\u{0}\n{",
    "sidelong_last_success_timestamp_seconds NaN", "sidelong_last_success_timestamp_seconds x",
    "# sidelong_last_success_timestamp_seconds 42", "sidelong_last_success_timestamp_seconds -1",
  ])
  func withoutASuccessBeforeThereIsNone(previous: String?) {
    #expect(!text(nil, exitCode: 1, previous: previous).contains("last_success"))
  }

  @Test(arguments: ["42", "42.0", "4.2e1"])
  func theLastSuccessIsReadHoweverItIsWritten(number: String) {
    let line = "sidelong_last_success_timestamp_seconds \(number)"
    for previous in [line, "x 1\r\n\(line)\r\n"] {
      #expect(PreviousMetrics.lastSuccess(in: Array(previous.utf8)) == "42")
    }
    #expect(PreviousMetrics.lastSuccess(in: [0xFF, 0x0A] + Array(line.utf8)) == "42")
  }

  @Test func aRunWithoutReportHasNoFiguresOfOne() {
    let text = text(nil, exitCode: 74)
    #expect(!text.contains("rows_read") && !text.contains("quality"))
    #expect(text.contains("sidelong_build_info{version=\"9.8.7\",engine=\"\"} 1\n"))
  }

  @Test func whatIsNotKnownIsLeftOut() {
    let text = text(SampleReport.withoutSessions(), exitCode: 0, duration: 0)
    for name in ["peak_memory", "session_longest", "throughput", "quality", "stage_duration"] {
      #expect(!text.contains(name), "\(name)")
    }
    #expect(text.contains("sidelong_sessions 0\n"))
  }

  @Test func everyMetricHasOneHeadAndItsLinesTogether() throws {
    var heads: [String: Int] = [:]
    var names: [String] = []
    for line in lines(SampleQuality.mixed(), exitCode: 0) {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      if words[0] == "#" {
        heads["\(words[1]) \(words[2])", default: 0] += 1
        if words[1] == "TYPE" { #expect(words[3] == "gauge") }
      }
      let name = words[0] == "#" ? words[2] : String(words[0].prefix { $0 != "{" })
      #expect(name.hasPrefix("sidelong_"))
      if names.last != name { names.append(name) }
      if words[0] != "#" { #expect(words.count == 2, "no time stamp: \(line)") }
    }
    #expect(Set(names).count == names.count && names.count == 21)
    #expect(heads.count == 2 * names.count && heads.values.allSatisfy { $0 == 1 })
  }

  @Test func noUserIsNamedAndTheLastLineEnds() {
    let text = text(SampleQuality.mixed(), exitCode: 0)
    #expect(!text.contains("user_000005") && !text.contains("user#"))
    #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
  }

  @Test func labelsAreEscaped() {
    var family = MetricFamily("x", "help")
    family.add(1, ["label": "a\\b\"c\nd"])
    #expect(family.lines.last == #"sidelong_x{label="a\\b\"c\nd"} 1"#)
  }

  private func lines(_ report: AnalysisReport, exitCode: Int) -> [String] {
    text(report, exitCode: exitCode).split(separator: "\n").map(String.init)
  }

  private func text(
    _ report: AnalysisReport?, exitCode: Int, now: Instant = now, duration: Double = 2.5,
    previous: String? = nil
  ) -> String {
    PrometheusMetrics.text(
      report: report, run: SampleQuality.run, exitCode: exitCode, durationSeconds: duration,
      now: now, previous: previous.map { Array($0.utf8) })
  }
}
