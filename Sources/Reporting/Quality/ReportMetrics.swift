import ListeningSessions

/// The metrics of what was read and found.
enum ReportMetrics {
  static func families(of report: AnalysisReport, durationSeconds: Double) -> [MetricFamily] {
    rows(of: report.counts) + sessions(of: report) + cost(of: report, durationSeconds)
  }

  private static func rows(of counts: RowCounts) -> [MetricFamily] {
    var rejected = MetricFamily("rows_rejected", "Rows that are no listens, by reason.")
    for reason in RejectReason.allCases {
      rejected.add(counts.rejected[reason] ?? 0, ["reason": reason.rawValue])
    }
    return [
      MetricFamily("rows_read", "Rows read.", counts.rows),
      MetricFamily("rows_valid", "Rows that were analysed.", counts.listens),
      rejected,
      MetricFamily("duplicates", "Rows that equal an earlier one.", counts.duplicates),
    ]
  }

  private static func sessions(of report: AnalysisReport) -> [MetricFamily] {
    let ranked = report.topSessions.map(\.session)
    return [
      MetricFamily("sessions", "Sessions of all users.", report.counts.sessions),
      MetricFamily("users", "Users with at least one listen.", report.counts.users),
      MetricFamily(
        "session_longest_tracks", "Most tracks in one of the ranked sessions.",
        ranked.map(\.trackCount).max()),
      MetricFamily(
        "session_longest_duration_seconds", "Longest duration of one of the ranked sessions.",
        ranked.map(\.durationSeconds).max()),
    ]
  }

  private static func cost(
    of report: AnalysisReport, _ durationSeconds: Double
  ) -> [MetricFamily] {
    let bytes = report.inputs.reduce(0) { $0 + $1.byteCount }
    let rate = durationSeconds > 0 ? Double(report.counts.rows) / durationSeconds : nil
    return [
      stages(of: report.execution),
      MetricFamily("input_bytes", "Size of all inputs.", bytes),
      MetricFamily(
        "peak_memory_bytes", "Largest resident size of the process.",
        report.execution.peakMemoryBytes),
      MetricFamily(
        "throughput_rows_per_second", "Rows read / wall time of the run.", rate),
    ]
  }

  /// A stage that ran several times is one sample: two of one name would spoil the whole file.
  private static func stages(of execution: Execution) -> MetricFamily {
    var family = MetricFamily("stage_duration_seconds", "Wall time of the stages of the last run.")
    let seconds = Dictionary(grouping: execution.stages, by: \.name)
      .mapValues { $0.reduce(0) { $0 + $1.seconds } }
    for stage in seconds.sorted(by: { $0.key < $1.key }) {
      family.add(stage.value, ["stage": stage.key])
    }
    return family
  }
}
