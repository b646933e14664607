import ListeningSessions

/// The ranked sessions with their rows, duplicates among them: the only listens that leave the cluster.
struct RankedListensQuery {
  let measure: SessionMeasure
  let limit: Int

  private var length: String {
    switch measure {
    case .tracks: "listens DESC"
    case .duration: "ended_at - started_at DESC, listens DESC"
    }
  }

  var sql: String {
    """
    SELECT /*+ BROADCAST(s) */ s.user, s.started_at, s.ended_at, s.listens,
      r.at, r.artist, r.track, r.artist_mbid, r.track_mbid, r.pos
    FROM \(Relation.rows.rawValue) AS r
    JOIN (SELECT user, started_at, ended_at, listens FROM (\(SessionsQuery.sql))
      ORDER BY \(length), user, started_at LIMIT \(limit)) AS s
      ON r.user = s.user AND r.at BETWEEN s.started_at AND s.ended_at
    WHERE r.reason = 0
    """
  }
}
