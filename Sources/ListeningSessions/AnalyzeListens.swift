/// The use case: one history in, rankings and rejects out, all or nothing.
public struct AnalyzeListens {
  private let engine: any AnalyticsEngine
  private let writer: any ReportWriter
  private let progress: any ProgressSink

  public init(
    engine: any AnalyticsEngine, writer: any ReportWriter, progress: any ProgressSink
  ) {
    self.engine = engine
    self.writer = writer
    self.progress = progress
  }

  /// Analyses `inputs` and makes the results visible.
  ///
  /// - Parameters:
  ///   - inputs: files, directories or `-`, in order.
  ///   - settings: the question.
  ///   - profiles: what is known of the users, if it is to be told of the ranked songs' listeners.
  /// - Returns: the answer.
  /// - Throws: `AnalysisError`. Results are written even when no row was a listen
  ///   (`unusableInput`), because the rejects then tell why; after every other error earlier
  ///   results are untouched.
  public func run(
    _ inputs: [String], settings: AnalysisSettings, profiles: ListenerProfiles? = nil
  ) async throws -> AnalysisReport {
    var report: AnalysisReport
    do {
      report = try await engine.analyze(
        inputs, settings: settings, rejects: writer.rejects, sessions: writer.sessions,
        progress: progress)
      if report.counts.rows == 0 { throw noRows(in: inputs) }
      report.audience = try profiles.map { try SongAudience(of: report, profiles: $0) }
      try writer.commit(report)
    } catch {
      writer.discard()
      throw error
    }
    if report.counts.listens == 0 { throw onlyRejects(report.counts) }
    return report
  }

  private func noRows(in inputs: [String]) -> AnalysisError {
    AnalysisError(
      .noInput, "no rows in \(inputs.joined(separator: ", "))",
      advice: "give a history with one listen a line")
  }

  private func onlyRejects(_ counts: RowCounts) -> AnalysisError {
    let most = counts.rejected.values.max()
    let reasons = RejectReason.allCases.filter { counts.rejected[$0] == most }.map(\.rawValue)
    return AnalysisError(
      .unusableInput,
      "none of the \(counts.rows) rows is a listen (most: \(reasons.joined(separator: ", ")))",
      advice: "see rejected.tsv; a row has six tab-separated fields: user_id, timestamp, "
        + "artist_mbid, artist_name, track_mbid, track_name")
  }
}
