import ListeningSessions

/// Rejects some rows and then gives a ready answer, or fails.
struct StubEngine: AnalyticsEngine {
  let rejected: [RejectedRow]
  let result: Result<AnalysisReport, AnalysisError>

  func analyze(
    _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
    sessions: (any SessionSink)?, progress: any ProgressSink
  ) async throws -> AnalysisReport {
    try rejects.write(rejected)
    return try result.get()
  }
}
