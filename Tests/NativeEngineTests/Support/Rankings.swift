import ListeningSessions

/// What of a report does not depend on the order of the rows: all but the ids, because of equal
/// rows with different ids the first one counts, and the blank lines, which are drawn with the files.
struct Rankings: Equatable {
  private let counts: [Int]
  private let rejected: [RejectReason: Int]
  private let sessions: [ListeningSession]
  private let tracks: [[Song]]
  private let songs: [Song]
  private let plays: [[Int]]

  init(of report: AnalysisReport) {
    let counts = report.counts
    self.counts = [counts.rows, counts.listens, counts.duplicates, counts.users, counts.sessions]
    rejected = counts.rejected
    sessions = report.topSessions.map(\.session)
    tracks = report.topSessions.map { $0.tracks.map { report.songs[$0.song] } }
    songs = report.topSongs.map(\.song)
    plays = report.topSongs.map { [$0.playCount, $0.sessionCount, $0.listenerCount] }
  }
}
