public import ListeningSessions

/// A file of an analysis' results: its name, and what it holds for a report.
public struct ResultFile: Sendable {
  public let name: String
  /// Its bytes; nil when the report has nothing for it, and an older file of the name is removed.
  let content: @Sendable (AnalysisReport) throws -> [UInt8]?

  public init(_ name: String, _ content: @escaping @Sendable (AnalysisReport) throws -> [UInt8]?) {
    self.name = name
    self.content = content
  }

  /// The rankings, as tables.
  public static let rankings = [
    ResultFile("top_songs.tsv") { TSVTables.topSongs($0) },
    ResultFile("top_sessions.tsv") { TSVTables.topSessions($0) },
    ResultFile("session_tracks.tsv") { SessionTracksTable($0).bytes },
  ]

  /// The listeners of the ranked songs by their profiles, where there are profiles.
  public static let audience = ResultFile("top_songs_by_profile.tsv") { report in
    report.audience.map(TSVTables.topSongsByProfile)
  }

  /// `run.json`.
  public static func run(_ document: RunDocument) -> ResultFile {
    ResultFile("run.json") { try document.json(of: $0) }
  }
}
