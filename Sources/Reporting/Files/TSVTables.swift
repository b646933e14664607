public import ListeningSessions

/// The result tables as tab-separated text: a header, then a line for each row.
///
/// Names stand as they were read; none can hold a tab or a line feed, being fields of a line.
public enum TSVTables {
  public static func topSongs(_ report: AnalysisReport) -> [UInt8] {
    var table = TSVTable([
      "rank", "track_name", "artist_name", "play_count", "session_count", "listener_count",
      "track_mbid", "artist_mbid",
    ])
    for song in report.topSongs {
      table.append(
        song.rank, song.song.trackName, song.song.artistName, song.playCount, song.sessionCount,
        song.listenerCount, song.trackMBID, song.artistMBID)
    }
    return table.bytes
  }

  public static func topSessions(_ report: AnalysisReport) -> [UInt8] {
    var table = TSVTable([
      "rank", "user_id", "started_at", "ended_at", "duration_seconds", "track_count",
      "distinct_songs",
    ])
    for ranked in report.topSessions {
      let session = ranked.session
      table.append(
        ranked.rank, session.userID, session.startedAt, session.endedAt, session.durationSeconds,
        session.trackCount, ranked.distinctSongs)
    }
    return table.bytes
  }

  public static func topSongsByProfile(_ audience: SongAudience) -> [UInt8] {
    var table = TSVTable([
      "song_rank", "attribute", "status", "value", "listener_count", "play_count",
    ])
    for group in audience.groups {
      table.append(
        group.songRank, Text(group.attribute.rawValue), Text(group.value.status), group.value.text,
        group.listenerCount, group.playCount)
    }
    return table.bytes
  }
}
