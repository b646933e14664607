public import ListeningSessions

/// A file of an analysis' results: its name, and what it holds for a report.
public struct ResultFile: Sendable {
  public let name: String
  /// Gives all or some bytes of the file for a report; nil when the report has nothing for them.
  public typealias Content = @Sendable (AnalysisReport) throws -> [UInt8]?

  /// What the file holds for a report, one part after the other; if all are nil, an older file of the
  /// name is removed.
  let parts: @Sendable (AnalysisReport) -> [Content]

  public init(_ name: String, _ content: @escaping Content) {
    self.init(name) { _ in [content] }
  }

  private init(_ name: String, parts: @escaping @Sendable (AnalysisReport) -> [Content]) {
    self.name = name
    self.parts = parts
  }

  /// The rankings, as tables.
  public static let rankings = [
    ResultFile("top_songs.tsv") { TSVTables.topSongs($0) },
    ResultFile("top_sessions.tsv") { TSVTables.topSessions($0) },
    ResultFile("session_tracks.tsv") { report in
      SessionTracksTable.pieces(of: report.ranking.tracks).map { parts in
        { try SessionTracksTable($0.ranking.tracks, parts).bytes }
      }
    },
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
