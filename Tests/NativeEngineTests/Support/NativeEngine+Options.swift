import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine

extension NativeEngine {
  /// An engine of so many threads that read so many bytes at once.
  static func with(threads: Int, blockSize: Int = 512 * 1024) -> NativeEngine {
    var options = Options(threads: threads)
    options.blockSize = blockSize
    return NativeEngine(options)
  }

  /// The whole answer and the rejects for some files.
  func answer(
    _ files: [String], _ settings: AnalysisSettings = AnalysisSettings()
  ) async throws -> (report: AnalysisReport, rejects: [RejectedRow]) {
    let rejects = CollectedRejects()
    let report = try await analyze(
      files, settings: settings, rejects: rejects, sessions: nil, progress: NoProgress())
    return (report, rejects.rows)
  }
}
