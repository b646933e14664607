import Foundation
public import ListeningSessions

/// The oracle of the engines: the domain's own rules, one row at a time, everything in memory.
///
/// Written to be seen to be right, not to be fast. Inputs are paths of regular files.
public struct ReferenceEngine: AnalyticsEngine {
  public init() {}

  public func analyze(
    _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
    sessions list: (any SessionSink)?, progress: any ProgressSink
  ) async throws -> AnalysisReport {
    var rows = ReferenceRows()
    var summaries: [InputSummary] = []
    for path in inputs {
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      rows.take(bytes, of: path)
      summaries.append(InputSummary(path: path, byteCount: bytes.count))
    }
    try rejects.write(rows.rejects)

    let sessions = ReferenceSessions(of: rows.listens, gap: settings.gap)
    var counts = rows.counts
    counts.users = sessions.userCount
    counts.sessions = sessions.all.count
    let longest = sessions.all
      .sorted { settings.rankSessionsBy.ranks($0.session, before: $1.session) }
      .prefix(settings.topSessions)

    try list?.write(sessions.listed)

    var names = NameEncoder()
    let ranked = longest.map { session, listens in
      SessionListens(session: session, items: listens.map { names.encode($0) })
    }
    return AnalysisReport(
      settings: settings, inputs: summaries, counts: counts, sessions: ranked, names: names.table,
      execution: Execution(engine: "reference", threads: 1, stages: [], peakMemoryBytes: nil))
  }
}
