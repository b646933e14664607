import HistoryStore
import ListeningSessions
import Reporting

/// The figures of earlier runs, and what is unusual beside them.
///
/// A history that cannot be used is a warning; the analysis goes on without it.
struct RunRecords {
  private let history: SQLiteRunHistory?
  private let rules = AnomalyRules()

  /// Opens the history at `path`; `none` is no history.
  init(_ path: String) {
    guard path != "none" else {
      history = nil
      return
    }
    do {
      history = try SQLiteRunHistory(path: path)
    } catch {
      StandardError.write("sidelong: warning: no history: \(error)")
      history = nil
    }
  }

  /// What differs from earlier runs.
  func anomalies(in run: RunMetrics) -> [Anomaly] {
    guard let history else { return [] }
    do {
      return rules.anomalies(in: run, history: try history.recent(limit: rules.longestHistory))
    } catch {
      StandardError.write("sidelong: warning: the history cannot be read: \(error)")
      return []
    }
  }

  /// Adds the run.
  func append(_ run: RunMetrics) {
    do {
      try history?.append(run)
    } catch {
      StandardError.write("sidelong: warning: the run is not in the history: \(error)")
    }
  }
}

extension QualityAnomaly {
  /// The form of the reports.
  init(_ anomaly: Anomaly) {
    self.init(
      metric: anomaly.metric.rawValue, value: anomaly.value, expectedLow: anomaly.expectedLow,
      expectedHigh: anomaly.expectedHigh, strategy: anomaly.strategy.rawValue,
      message: anomaly.message)
  }
}
