import FoundationEssentials
public import ListeningSessions

/// Makes `run.json`: what was asked, what was read, and how the run went.
///
/// The same object with the two rankings in it is what `--format json` prints.
public struct RunDocument: Sendable {
  /// The run that is described.
  public let run: RunIdentity
  private let startedAt: Date

  /// Describes a run that begins now, of this version of the program.
  public init(version: String) {
    startedAt = Date()
    run = RunIdentity(
      id: UUID().uuidString.lowercased(), startedAt: RunDocument.instant(startedAt),
      version: version)
  }

  /// Wall time since the run began.
  public var secondsSoFar: Double { Date().timeIntervalSince(startedAt) }

  /// The moment, on the clock of the run.
  public var now: Instant { RunDocument.instant(Date()) }

  /// The object as pretty JSON with a line feed at the end; keys are sorted.
  public func json(of report: AnalysisReport, withRankings: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let content = content(of: report, withRankings: withRankings)
    return try [UInt8](encoder.encode(content)) + [0x0A]
  }

  private func content(of report: AnalysisReport, withRankings: Bool) -> Content {
    let now = Date()
    return Content(
      runId: run.id, versions: .init(sidelong: run.version, runJson: 1),
      startedAt: run.startedAt.description, endedAt: RunDocument.instant(now).description,
      durationSeconds: now.timeIntervalSince(startedAt),
      settings: .init(
        gapSeconds: report.settings.gap.seconds, topSessions: report.settings.topSessions,
        topSongs: report.settings.topSongs,
        rankSessionsBy: report.settings.rankSessionsBy.rawValue),
      inputs: report.inputs.map { .init(path: $0.path, bytes: $0.byteCount) },
      engine: .init(name: report.execution.engine, threads: report.execution.threads),
      counts: counts(report.counts), quality: report.quality.map(Content.Quality.init),
      profiles: report.audience.map(Content.Profiles.init),
      stages: report.execution.stages.map { .init(name: $0.name, seconds: $0.seconds) },
      checkpoints: report.execution.checkpoints.map {
        .init(stage: $0.stage, lookUps: 1, hits: $0.isHit ? 1 : 0, rowsServed: $0.rowsServed)
      },
      partitions: report.execution.partitions.map(Content.Partitions.init),
      storage: report.execution.storage.map(Content.Storage.init),
      peakMemoryBytes: report.execution.peakMemoryBytes,
      topSessions: withRankings ? report.topSessions.map(Content.Session.init) : nil,
      topSongs: withRankings ? report.topSongs.map(Content.Song.init) : nil,
      topSongsByProfile: withRankings
        ? report.audience.map { $0.groups.map(Content.Group.init) } : nil)
  }

  private func counts(_ counts: RowCounts) -> Content.Counts {
    Content.Counts(
      rows: counts.rows, blankLines: counts.blankLines, duplicates: counts.duplicates,
      listens: counts.listens,
      rejected: Dictionary(
        uniqueKeysWithValues: counts.rejected.map { ($0.key.rawValue, $0.value) }),
      users: counts.users, sessions: counts.sessions)
  }

  private static func instant(_ date: Date) -> Instant {
    Instant(secondsSinceEpoch: UInt32(clamping: Int(date.timeIntervalSince1970)))
  }
}
