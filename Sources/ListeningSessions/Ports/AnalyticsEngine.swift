/// The port behind which an engine answers the question; one call is one whole analysis.
public protocol AnalyticsEngine: Sendable {
  /// Reads the inputs as one history and answers.
  ///
  /// - Parameters:
  ///   - inputs: files, directories or `-`, as the engine understands them, in order.
  ///   - settings: the question.
  ///   - rejects: takes the rejected rows in input order, in batches.
  ///   - progress: is told how far the work is.
  /// - Returns: the answer, equal for every engine but for `execution`.
  /// - Throws: `AnalysisError` when an input cannot be read or holds no row; what `rejects` throws.
  func analyze(
    _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
    progress: any ProgressSink
  ) async throws -> AnalysisReport
}
