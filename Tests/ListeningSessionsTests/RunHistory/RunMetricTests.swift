import ListeningSessions
import Testing

struct RunMetricTests {
  @Test func eachMetricIsReadFromTheRun() {
    let run = RunMetrics(
      runID: "a", startedAt: .latest, status: nil, rows: 7, users: 2, rejectShare: 1.5,
      blankShare: 2.5, score: 3.5, seconds: 1, exitCode: 0)
    #expect(RunMetric.allCases.map { $0.value(in: run) } == [7, 2, 1.5, 2.5, 3.5])
  }

  @Test func namesAreThoseOfReports() {
    #expect(
      RunMetric.allCases.map(\.rawValue)
        == ["rows", "users", "reject_share", "blank_share", "score"])
    #expect(
      Anomaly.Strategy.allCases.map(\.rawValue) == ["deviation", "relative_change"])
  }
}
