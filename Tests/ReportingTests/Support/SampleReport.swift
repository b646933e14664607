import ListeningSessions
import ListeningSessionsTestSupport
import Reporting
import WholeFiles

/// A small report with everything in it that a table or document may stumble over.
enum SampleReport {
  /// Two sessions of two users; three songs, one of them with ids.
  static func make(peakMemoryBytes: Int? = 4096) -> AnalysisReport {
    var names = NameEncoder()
    let long = session(
      of: "user_1",
      [
        (1_139_766_571, "Dolly Parton", "Jolene", "am", "tm"),
        (1_139_766_571, "\u{5742}\u{672C}", "\"q\" \\ {2}", "", ""),
        (1_139_767_771, "Dolly Parton", "Jolene", "am", ""),
      ], &names)
    let short = session(of: " \u{FC}", [(1_230_768_000, "NA", "null", "", "")], &names)
    var counts = RowCounts()
    counts.rows = 1_234_567
    counts.blankLines = 2
    counts.duplicates = 1000
    counts.rejected[.invalidUTF8] = 7
    counts.users = 2
    counts.sessions = 12_345
    return AnalysisReport(
      settings: AnalysisSettings(topSessions: 3, topSongs: 4, rankSessionsBy: .duration),
      inputs: [
        InputSummary(path: "a b.tsv", byteCount: 10), InputSummary(path: "-", byteCount: 0),
      ],
      counts: counts, sessions: [long, short], names: names.table,
      execution: Execution(
        engine: "sample", threads: 3,
        stages: [.init(name: "scan", seconds: 0.5), .init(name: "names", seconds: 0.25)],
        peakMemoryBytes: peakMemoryBytes))
  }

  /// Profiles, of which one is of a user in the report.
  static let profiles =
    "#id\tgender\tage\tcountry\tregistered\nuser_1\tf\t30\tPer\u{FA}\tAug 13, 2006\n\n"
    + "user_9\tm\t0\t\t\n"

  /// The report of two sessions, joined with these profiles as the use case does it.
  static func withProfiles() async throws -> AnalysisReport {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(directory.path, files: [], unfinished: UnfinishedFiles())
    let analysis = AnalyzeListens(
      engine: ReadyEngine(report: make()), writer: results, progress: NoProgress())
    return try await analysis.run(
      [], settings: AnalysisSettings(),
      profiles: ListenerProfiles(of: Array(profiles.utf8), path: "p.tsv"))
  }

  private struct ReadyEngine: AnalyticsEngine {
    let report: AnalysisReport

    func analyze(
      _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
      sessions: (any SessionSink)?, progress: any ProgressSink
    ) async throws -> AnalysisReport {
      report
    }
  }

  /// A report of rejects only.
  static func withoutSessions() -> AnalysisReport {
    var counts = RowCounts()
    counts.rows = 1
    counts.rejected[.fieldCount] = 1
    return AnalysisReport(
      settings: AnalysisSettings(), inputs: [], counts: counts, sessions: [], names: NameTable(),
      execution: Execution(engine: "sample", threads: 1, stages: [], peakMemoryBytes: nil))
  }

  private typealias Play = (
    second: UInt32, artist: Text, track: Text, artistMBID: Text, trackMBID: Text
  )

  private static func session(
    of user: Text, _ plays: [Play], _ names: inout NameEncoder
  ) -> SessionListens {
    let items = plays.map { play in
      names.encode(
        Listen(
          userID: user, listenedAt: Instant(secondsSinceEpoch: play.second),
          song: Song(artistName: play.artist, trackName: play.track), artistMBID: play.artistMBID,
          trackMBID: play.trackMBID))
    }
    return SessionListens(
      session: ListeningSession(
        userID: user, startedAt: items[0].listenedAt, endedAt: items[items.count - 1].listenedAt,
        trackCount: items.count),
      items: items)
  }
}
