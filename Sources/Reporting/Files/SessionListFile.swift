import ListeningSessions
import WholeFiles

/// `sessions.tsv`: all sessions, by user and start.
final class SessionListFile: SessionSink {
  let file: WholeFile

  init(_ file: WholeFile) throws {
    self.file = file
    try file.append(
      TSVTable([
        "user_id", "started_at", "ended_at", "duration_seconds", "track_count", "distinct_songs",
      ]).bytes)
  }

  func write(_ batch: [ListedSession]) throws {
    var table = TSVTable()
    for listed in batch {
      let session = listed.session
      table.append(
        session.userID, session.startedAt, session.endedAt, session.durationSeconds,
        session.trackCount, listed.distinctSongs)
    }
    try file.append(table.bytes)
  }
}
