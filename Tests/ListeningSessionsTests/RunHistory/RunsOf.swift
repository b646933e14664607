import ListeningSessions

/// Runs that are alike but for the metric in question.
enum RunsOf {
  static func run(
    _ id: String = "new", rows: Int = 100, rejectShare: Double = 1, score: Double? = 99
  ) -> RunMetrics {
    RunMetrics(
      runID: id, startedAt: Instant(secondsSinceEpoch: 1_000_000_000), status: .passed, rows: rows,
      users: 10, rejectShare: rejectShare, blankShare: 5, score: score, seconds: 2, exitCode: 0)
  }

  /// One run for each number of rows.
  static func rows(_ counts: [Int]) -> [RunMetrics] {
    counts.enumerated().map { run("\($0.offset)", rows: $0.element) }
  }
}
