/// Rejects, and the rows at given positions, each with its offset in the block it stands in.
///
/// The lengths of all lines are added up in pieces of 64 positions; only in the pieces that hold a
/// wanted line are the lengths of its predecessors added one by one.
struct PlacesQuery {
  /// Whether all rejects are wanted.
  let wantsRejects: Bool
  /// Positions that are wanted besides, and headers that are no rejects.
  let positions: [Int]
  let headers: [Int]

  private var wanted: String {
    let list = positions.map { "\($0)L" }.joined(separator: ", ")
    let rejects = wantsRejects ? ["(reason > 0 AND \(RowsFilter(headers: headers).sql))"] : []
    let rows = positions.isEmpty ? [] : ["pos IN (\(list))"]
    return (rejects + rows).joined(separator: " OR ")
  }

  /// In the order of the positions.
  var sql: String { "\(relation)\nORDER BY w.pos" }

  /// In no order.
  var relation: String {
    let rows = Relation.rows.rawValue
    return """
      SELECT w.pos, w.input, w.block, CAST(w.user AS BINARY) AS user, w.reason, w.raw,
        CAST(p.before + w.before AS BIGINT) AS offset
      FROM (SELECT input, block, piece, pos, reason, raw, IF(readable, user, '') AS user, before
        FROM (SELECT /*+ BROADCAST(h) */ l.*, coalesce(sum(size)
            OVER (PARTITION BY l.piece ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
            0) AS before
          FROM (SELECT *, pos DIV 64 AS piece FROM \(rows)) AS l
          LEFT SEMI JOIN (SELECT pos DIV 64 AS piece FROM \(rows) WHERE \(wanted)) AS h
            ON l.piece = h.piece)
        WHERE \(wanted)) AS w
      JOIN (SELECT input, piece, coalesce(sum(bytes)
          OVER (PARTITION BY input ORDER BY piece ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
          0) AS before
        FROM (SELECT input, pos DIV 64 AS piece, sum(size) AS bytes FROM \(rows) GROUP BY ALL)) AS p
        ON w.input = p.input AND w.piece = p.piece
      """
  }
}
