import ListeningSessions
import SparkEngine

/// An engine, its name, and how it is asked to stop.
struct ChosenEngine {
  /// As in `run.json`.
  let name: String
  let engine: any AnalyticsEngine
  /// Where it writes the large tables itself; nil if they are written here.
  var output: ClusterOutput?
  /// Stops work elsewhere; the analysis then fails by itself.
  ///
  /// It is nil for an engine that ends with the process.
  var interrupt: (@Sendable () async -> Void)?
}
