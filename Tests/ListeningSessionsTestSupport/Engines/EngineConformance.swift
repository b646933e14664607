public import ListeningSessions
import Reporting

/// The one suite that every engine must pass: the same answer as the reference, to the byte.
///
///     let conformance = EngineConformance { NativeEngine() }
///     let differences = try await conformance.differences(seed: 7)
///     #expect(differences.isEmpty, "seed 7")
public struct EngineConformance: Sendable {
  private let makeEngine: @Sendable () -> any AnalyticsEngine

  /// Checks the engines that `makeEngine` makes.
  public init(of makeEngine: @escaping @Sendable () -> any AnalyticsEngine) {
    self.makeEngine = makeEngine
  }

  /// Where the engine and the reference differ on the history of a seed, asked for everything and
  /// asked the seed's own question; nothing when they agree.
  public func differences(seed: UInt64, order: RandomRowOrder? = nil) async throws -> [String] {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: seed, order: order)
    let files = try history.write(to: directory)
    return try await differences(on: files, settings: history.settings)
      + differences(on: files, settings: history.drawnSettings)
  }

  /// Where the engine and the reference differ on these files.
  public func differences(on files: [String], settings: AnalysisSettings) async throws -> [String] {
    let answer = try await Answer(of: makeEngine(), to: settings, on: files)
    let expected = try await Answer(of: ReferenceEngine(), to: settings, on: files)
    let reports = try ReportDifferences.between(answer.report, and: expected.report)
    let rejects = ReportDifferences.firstDifference("rejects", answer.rejects, expected.rejects)
    let sessions = ReportDifferences.firstDifference(
      "all sessions", answer.sessions, expected.sessions)
    let names = ResultDirectory.fileNames + [ResultFile.audience.name]
    let results = names.filter { answer.results[$0] != expected.results[$0] }
    return reports + [rejects, sessions].compactMap { $0 } + results.map { "the bytes of \($0)" }
  }

  /// All that an engine gives for one question.
  private struct Answer {
    let report: AnalysisReport
    let rejects: [RejectedRow]
    let sessions: [ListedSession]
    /// The bytes of the result files whose content does not depend on the run.
    let results: [String: [UInt8]]

    init(
      of engine: any AnalyticsEngine, to settings: AnalysisSettings, on files: [String]
    ) async throws {
      let collected = CollectedRejects()
      let list = CollectedSessions()
      report = try await engine.analyze(
        files, settings: settings, rejects: collected, sessions: list, progress: NoProgress())
      rejects = collected.rows
      sessions = list.sessions
      var results = try ResultFiles.bytes(of: report, rejects: rejects)
      results[ResultFile.audience.name] = try Self.audience(of: report)
      self.results = results
    }

    /// The table of the listeners, whose profiles are made up from their ids.
    private static func audience(of report: AnalysisReport) throws -> [UInt8] {
      let users = Set(report.topSessions.map(\.session.userID)).sorted()
      let profiles = try ListenerProfiles(
        of: RandomProfiles.bytes(for: users, seed: UInt64(users.count)), path: "profiles.tsv")
      return TSVTables.topSongsByProfile(try SongAudience(of: report, profiles: profiles))
    }
  }
}
