public import ListeningSessions

/// Makes `metrics.prom` for the textfile collector of node_exporter.
///
/// All figures are gauges of the last run. There are no time stamps behind the values, because the
/// collector refuses them, and no user ids.
public enum PrometheusMetrics {
  /// Describes a run.
  ///
  /// - Parameters:
  ///   - report: nil when the run ended before there was one; its figures are then left out.
  ///   - run: which run it is.
  ///   - exitCode: of the process; 0 is a success.
  ///   - durationSeconds: from the start of the run.
  ///   - now: the end of the run.
  ///   - previous: the file that this one replaces; the last success stays known after a failure.
  /// - Returns: the text, with a line feed at the end.
  public static func text(
    report: AnalysisReport?, run: RunIdentity, exitCode: Int, durationSeconds: Double,
    now: Instant, previous: [UInt8]?
  ) -> String {
    let lastSuccess =
      exitCode == 0 ? now.metricText : previous.flatMap(PreviousMetrics.lastSuccess)
    var families = OutcomeMetrics.families(
      run: run, engine: report?.execution.engine, exitCode: exitCode,
      durationSeconds: durationSeconds, now: now, lastSuccess: lastSuccess)
    if let report {
      families += ReportMetrics.families(of: report, durationSeconds: durationSeconds)
      families += report.quality.map(QualityMetrics.families) ?? []
    }
    return families.flatMap(\.lines).map { "\($0)\n" }.joined()
  }
}
