import ListeningSessions

/// An engine, its name, and how it is asked to stop.
struct ChosenEngine {
  /// As in `run.json`.
  let name: String
  let engine: any AnalyticsEngine
  /// Stops work elsewhere; the analysis then fails by itself.
  ///
  /// It is nil for an engine that ends with the process.
  var interrupt: (@Sendable () async -> Void)?
}
