import ListeningSessions

extension ClusterTable {
  /// Every row that is no listen, in input order, with the place where it stood.
  ///
  /// Line numbers are counted on the cluster too: those of a block begin behind the lines of all
  /// blocks before it.
  static func rejects(_ lines: LineMap, limit: Int?) -> ClusterTable {
    let places = PlacesQuery(
      rejects: lines.counts.rejects, positions: [], headers: lines.headers
    ).relation
    let relation = """
      SELECT r.pos, r.raw, i.path, r.pos - b.first + b.lines_before + 1 AS line,
        r.offset + i.mark AS offset, element_at(array(\(reasons)), r.reason) AS reason
      FROM (\(places)) AS r
      JOIN (\(blocks)) AS b ON r.input = b.input AND r.block = b.block
      JOIN (VALUES \(inputs(lines))) AS i(input, path, mark) ON r.input = i.input
      """
    return ClusterTable(
      name: "rejected",
      columns: [
        Column(name: "input_path", value: "path", text: escapedPath), Column("line_number", "line"),
        Column("byte_offset", "offset"), Column("reason", "reason"),
        Column("raw_line", bytes: "raw"),
      ],
      relation: relation, order: "pos", limit: limit)
  }

  private static let reasons = RejectReason.allCases.map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  /// A path on one line and in one field, whatever characters it has.
  private static let escapedPath =
    #"replace(replace(replace(path, '\t', '\\t'), '\n', '\\n'), '\r', '\\r')"#

  private static let blocks = """
    SELECT input, block, first, coalesce(sum(lines) OVER (PARTITION BY input ORDER BY block
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS lines_before
    FROM (SELECT input, block, min(pos) AS first, count(*) AS lines
      FROM \(Relation.rows.rawValue) GROUP BY input, block)
    """

  /// Number, path and length of the byte-order mark of each input.
  private static func inputs(_ lines: LineMap) -> String {
    zip(lines.order.inputs, lines.order.bases).enumerated().map { number, input in
      "(\(number), \(SQL.literal(Text(input.0.path))), \(lines.byteOffset(at: input.1, afterLines: 0))L)"
    }.joined(separator: ", ")
  }
}
