import ListeningSessions

/// The metrics that there are of every run, also of one that failed.
enum OutcomeMetrics {
  static func families(
    run: RunIdentity, engine: String?, exitCode: Int, durationSeconds: Double, now: Instant,
    lastSuccess: String?
  ) -> [MetricFamily] {
    [
      MetricFamily(
        "last_run_timestamp_seconds", "End of the last run, whatever its outcome.", now),
      MetricFamily(
        "last_success_timestamp_seconds", "End of the last run with exit code 0.",
        lastSuccess.flatMap(Double.init)),
      MetricFamily(
        "last_run_success", "1 if the last run ended with exit code 0, else 0.",
        exitCode == 0 ? 1 : 0),
      MetricFamily("last_run_exit_code", "Exit code of the last run.", exitCode),
      MetricFamily("run_duration_seconds", "Wall time of the last run.", durationSeconds),
      buildInfo(run, engine),
    ]
  }

  private static func buildInfo(_ run: RunIdentity, _ engine: String?) -> MetricFamily {
    var family = MetricFamily(
      "build_info", "1, with the program's version and the engine (empty: it did not come to run).")
    family.add(1, ["version": run.version, "engine": engine ?? ""])
    return family
  }
}
