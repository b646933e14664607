import ListeningSessions

/// The songs of the rows that `RowSampling` takes, each with the rows that it stands for: the
/// relation `sampled`.
///
/// The domain chooses by the byte at which a row starts, which Spark does not tell. So the lengths of
/// all lines are added up, as for `PlacesQuery`, in pieces of 64 positions and within each; names are
/// looked up for the chosen rows only.
struct SampledSongsQuery {
  let sampling: RowSampling
  let headers: [Int]
  /// Where the first line of each input starts, all inputs taken one after the other.
  let starts: [Int]

  var sql: String {
    """
    SELECT /*+ BROADCAST(k) */ artist_mbid, artist, track_mbid, track,
      count(*) * \(sampling.every) AS times, min(pos) AS first
    FROM \(Relation.rows.rawValue) AS r LEFT SEMI JOIN (\(chosen)) AS k ON r.pos = k.pos
    WHERE readable AND \(RowsFilter(headers: headers).sql)
    GROUP BY artist_mbid, artist, track_mbid, track
    """
  }

  private var chosen: String {
    let starts = starts.enumerated().map { "(\($0), \($1)L)" }.joined(separator: ", ")
    let start = "((start + before + passed) & \(RowSampling.positionMask)L)"
    return """
      SELECT pos FROM (\(withinPieces)) AS w
      JOIN (\(PlacesQuery.beforePieces)) AS b ON w.input = b.input AND w.piece = b.piece
      JOIN (VALUES \(starts)) AS s(input, start) ON w.input = s.input
      WHERE shiftright(\(start) * \(RowSampling.factor)L, \(RowSampling.shift))
        & \(sampling.every - 1)L = 0
      """
  }

  /// The bytes between the beginning of its piece and each row.
  private var withinPieces: String {
    """
    SELECT input, pos DIV 64 AS piece, pos, coalesce(sum(size) OVER (PARTITION BY input, pos DIV 64
        ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS passed
    FROM \(Relation.rows.rawValue)
    """
  }
}
