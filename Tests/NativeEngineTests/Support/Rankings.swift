import ListeningSessions
import ListeningSessionsTestSupport

/// What of a report does not depend on the order of the rows: all but the ids, because of equal
/// rows with different ids the first one counts, and the blank lines, which are drawn with the files.
struct Rankings: Equatable {
  private let counts: [Int]
  private let rejected: [RejectReason: Int]
  private let sessions: [ListeningSession]
  private let tracks: [[NamedTrack]]
  private let songs: [Song]
  private let plays: [[Int]]

  init(of report: AnalysisReport) throws {
    let counts = report.counts
    self.counts = [counts.rows, counts.listens, counts.duplicates, counts.users, counts.sessions]
    rejected = counts.rejected
    sessions = report.topSessions.map(\.session)
    tracks = try NamedTrack.bySession(of: report.ranking)
    songs = report.topSongs.map(\.song)
    plays = report.topSongs.map { [$0.playCount, $0.sessionCount, $0.listenerCount] }
  }
}
