/// Counts the lines of each block of each input: what they are, and how many bytes they take.
struct LineSummaryQuery {
  static let reasonCount = 6

  var sql: String {
    let reasons = (1...Self.reasonCount).map { "count_if(reason = \($0)) AS reason_\($0)" }
    return """
      SELECT input, block, min(pos) AS first, count(*) AS lines, sum(size) AS bytes,
        count_if(reason = \(RowsQuery.blankLine)) AS blank_lines,
        \(reasons.joined(separator: ", ")),
        min_by(header_like, pos) AS begins_like_header, min_by(reason, pos) AS first_reason
      FROM \(Relation.rows.rawValue) GROUP BY input, block
      """
  }
}
