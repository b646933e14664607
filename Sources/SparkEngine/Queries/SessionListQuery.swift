/// All sessions by user and start, with their different songs.
struct SessionListQuery {
  let gapSeconds: Int

  /// The sessions in no order.
  var relation: String {
    """
    SELECT user, min(at) AS started_at, max(at) AS ended_at, count(*) AS listens,
      count(DISTINCT artist, track) AS songs
    FROM (\(ListensInOrder(gapSeconds: gapSeconds, hasQuality: false).sql))
    WHERE NOT duplicate GROUP BY user, session
    """
  }

  var sql: String { "SELECT * FROM (\(relation)) ORDER BY user, started_at" }
}
