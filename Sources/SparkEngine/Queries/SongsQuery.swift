import ListeningSessions

/// Every distinct pair of names with its MBIDs, among readable rows: the relation `songs`.
///
/// There are far fewer of them than rows, so what only names and MBIDs decide is decided here.
struct SongsQuery {
  let headers: [Int]

  var sql: String {
    let flags = QualityConditions.songRules
      .map { "\($0.condition) AS \($0.rule.id)" }.joined(separator: ",\n  ")
    return """
      SELECT *,
        \(flags)
      FROM (SELECT artist_mbid, artist, track_mbid, track, count(*) AS times, min(pos) AS first
        FROM \(Relation.rows.rawValue) WHERE readable AND \(RowsFilter(headers: headers).sql)
        GROUP BY artist_mbid, artist, track_mbid, track)
      """
  }
}
