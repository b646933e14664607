import ListeningSessions

/// Builds ranked sessions from short notation, with the names behind them.
struct RankedListens {
  /// One listen: second, artist, track, and the ids.
  typealias Play = (
    second: UInt32, artist: Text, track: Text, artistMBID: Text, trackMBID: Text
  )

  private(set) var sessions: [SessionListens] = []
  private(set) var names = NameEncoder()

  /// Adds a session of one user; there is at least one play.
  mutating func add(_ user: Text, _ plays: [Play]) {
    let items = plays.map { play in
      names.encode(
        Listen(
          userID: user, listenedAt: Instant(secondsSinceEpoch: play.second),
          song: Song(artistName: play.artist, trackName: play.track), artistMBID: play.artistMBID,
          trackMBID: play.trackMBID))
    }
    let instants = items.map(\.listenedAt)
    let session = ListeningSession(
      userID: user, startedAt: instants.min() ?? .latest, endedAt: instants.max() ?? .latest,
      trackCount: plays.count)
    sessions.append(SessionListens(session: session, items: items))
  }

  /// Adds a session in which songs of one artist are played, a second apart, without ids.
  mutating func add(_ user: Text, tracks: [Text]) {
    add(user, tracks.enumerated().map { (UInt32($0.offset), "artist", $0.element, "", "") })
  }

  func report(
    _ settings: AnalysisSettings = AnalysisSettings(), counts: RowCounts = RowCounts()
  ) -> AnalysisReport {
    AnalysisReport(
      settings: settings, inputs: [InputSummary(path: "in.tsv", byteCount: 9)],
      counts: counts, sessions: sessions, names: names.table,
      execution: Execution(engine: "none", threads: 1, stages: [], peakMemoryBytes: nil))
  }
}
