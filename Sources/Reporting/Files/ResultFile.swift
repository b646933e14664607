public import ListeningSessions

/// A file of an analysis' results: its name, and what it holds for a report.
public struct ResultFile: Sendable {
  public let name: String
  /// Gives some bytes for a report; nil when the report has nothing for the file.
  public typealias Part = @Sendable (AnalysisReport) throws -> [UInt8]?

  /// Its bytes, one part after the other; if all are nil, an older file of the name is removed.
  let parts: [Part]

  public init(_ name: String, _ content: @escaping Part) {
    self.init(name, parts: [content])
  }

  private init(_ name: String, parts: [Part]) {
    self.name = name
    self.parts = parts
  }

  /// The rankings, as tables.
  public static let rankings = [
    ResultFile("top_songs.tsv") { TSVTables.topSongs($0) },
    ResultFile("top_sessions.tsv") { TSVTables.topSessions($0) },
    // In two halves, because it takes as long as all other files.
    ResultFile(
      "session_tracks.tsv",
      parts: SessionTracksTable.Half.allCases.map { half in
        { SessionTracksTable($0, half).bytes }
      }),
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
