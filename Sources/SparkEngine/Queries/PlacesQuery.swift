/// Rejects, and the rows at given positions, each with its offset in the input it stands in.
///
/// The lengths of all lines are added up in pieces of 64 positions; only in the pieces that hold a
/// wanted line are the lengths of its predecessors added one by one. No row but the wanted ones is
/// exchanged or sorted.
struct PlacesQuery {
  /// How many rejects are wanted: all there are.
  let rejects: Int
  /// Positions that are wanted besides, and headers that are no rejects.
  let positions: [Int]
  let headers: [Int]

  /// Above so many, the positions of the wanted rows are not sent to every worker.
  private static let mostSentAround = 1_000_000

  private var wanted: String {
    let list = positions.map { "\($0)L" }.joined(separator: ", ")
    let faulty = rejects > 0 ? ["(reason > 0 AND \(RowsFilter(headers: headers).sql))"] : []
    let rows = positions.isEmpty ? [] : ["pos IN (\(list))"]
    let wanted = faulty + rows
    return wanted.isEmpty ? "false" : wanted.joined(separator: " OR ")
  }

  private var hint: String {
    rejects + positions.count > Self.mostSentAround ? "" : "/*+ BROADCAST(k) */ "
  }

  /// In the order of the positions.
  var sql: String { "\(relation)\nORDER BY w.pos" }

  /// In no order.
  var relation: String {
    """
    SELECT w.pos, w.input, w.block, CAST(w.user AS BINARY) AS user, w.reason, w.raw,
      CAST(p.before + b.before AS BIGINT) AS offset
    FROM (SELECT input, block, pos DIV 64 AS piece, pos, reason, raw, IF(readable, user, '') AS user
      FROM \(Relation.rows.rawValue) WHERE \(wanted)) AS w
    JOIN (\(withinPieces)) AS b ON w.pos = b.pos
    JOIN (\(Self.beforePieces)) AS p ON w.input = p.input AND w.piece = p.piece
    """
  }

  /// The bytes between the beginning of its piece and each wanted row.
  private var withinPieces: String {
    """
    SELECT \(hint)k.pos, sum(IF(r.pos < k.pos, r.size, 0)) AS before
    FROM (SELECT pos, pos DIV 64 AS piece, size FROM \(Relation.rows.rawValue)) AS r
    JOIN (SELECT pos, pos DIV 64 AS piece FROM \(Relation.rows.rawValue) WHERE \(wanted)) AS k
      ON r.piece = k.piece AND r.pos <= k.pos
    GROUP BY k.pos
    """
  }

  /// The bytes of its input before each piece.
  static var beforePieces: String {
    """
    SELECT input, piece, coalesce(sum(bytes)
        OVER (PARTITION BY input ORDER BY piece ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        0) AS before
    FROM (SELECT input, pos DIV 64 AS piece, sum(size) AS bytes FROM \(Relation.rows.rawValue)
      GROUP BY ALL)
    """
  }
}
