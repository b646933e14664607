/// The port behind which an engine answers the question; one call is one whole analysis.
public protocol AnalyticsEngine: Sendable {
  /// Reads the inputs as one history and answers.
  ///
  /// - Parameters:
  ///   - inputs: files, directories or `-`, as the engine understands them, in order.
  ///   - settings: the question.
  ///   - rejects: takes the rejected rows in input order, in batches.
  ///   - sessions: takes all sessions, if they are asked for.
  ///   - progress: is told how far the work is.
  /// - Returns: the answer, equal for every engine but for `execution`.
  /// - Throws: `AnalysisError` when an input cannot be read or holds no row; what `rejects` throws.
  func analyze(
    _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
    sessions: (any SessionSink)?, progress: any ProgressSink
  ) async throws -> AnalysisReport
}
