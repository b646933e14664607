import ListeningSessions

/// What the columns hold: for each the lengths of its values, and the most frequent ones.
///
/// The users are counted over the rows, and the others over the songs.
struct ColumnProfileQuery {
  static let topValues = 10
  let headers: [Int]
  /// Where frequent values are counted: `songs` or `sampled`.
  let frequent: Relation

  private struct Column {
    let column: ListenColumn
    let name: String
    /// The column whose name an MBID should always stand with.
    var named: String?
  }

  private static let columns = [
    Column(column: .artistMBID, name: "artist_mbid", named: "artist"),
    Column(column: .artistName, name: "artist"),
    Column(column: .trackMBID, name: "track_mbid", named: "track"),
    Column(column: .trackName, name: "track"),
  ]

  /// A row for each column and one for each of its most frequent values, which have a `place`.
  var sql: String {
    let user = Self.branches(
      ListenColumn.userID, values: users, frequent: users, order: "times DESC, value")
    let others = Self.columns.flatMap { column in
      Self.branches(
        column.column, values: values(of: column, in: .songs),
        frequent: values(of: column, in: frequent), order: "times DESC, first")
    }
    return (user + others).joined(separator: "\nUNION ALL\n")
  }

  private static func branches(
    _ column: ListenColumn, values: String, frequent: String, order: String
  ) -> [String] {
    let totals = """
      SELECT '\(column.rawValue)' AS name, 0 AS place, CAST(NULL AS BINARY) AS value,
        coalesce(sum(times), 0) AS times, coalesce(sum(IF(blank, times, 0)), 0) AS blanks,
        count_if(NOT blank) AS distinct_values,
        coalesce(min(length), 0) AS least, coalesce(max(length), 0) AS greatest,
        coalesce(sum(length * times), 0) AS length_sum,
        count_if(NOT blank AND names > 0) AS named, count_if(NOT blank AND names > 1) AS renamed
      FROM (\(values))
      """
    let top = """
      SELECT '\(column.rawValue)', place, CAST(value AS BINARY), times, 0L, 0L, 0, 0, 0L, 0L, 0L
      FROM (SELECT value, times, row_number() OVER (ORDER BY \(order)) AS place
        FROM (SELECT * FROM (\(frequent)) WHERE NOT blank ORDER BY \(order) LIMIT \(topValues)))
      """
    return [totals, top]
  }

  private var users: String {
    """
    SELECT user AS value, octet_length(user) AS length, \(SQL.isBlank("user")) AS blank, times,
      first, 0 AS names
    FROM (SELECT user, count(*) AS times, min(pos) AS first FROM \(Relation.rows.rawValue)
      WHERE readable AND \(RowsFilter(headers: headers).sql) GROUP BY user)
    """
  }

  private func values(of column: Column, in relation: Relation) -> String {
    let name = column.name
    let names = column.named.map { named in
      let shown = "IF(\(SQL.isBlank(named)), NULL, \(named))"
      return
        "CASE WHEN min(\(shown)) IS NULL THEN 0 WHEN min(\(shown)) = max(\(shown)) THEN 1 ELSE 2 END"
    }
    return """
      SELECT value, octet_length(value) AS length, \(SQL.isBlank("value")) AS blank, times, first, names
      FROM (SELECT \(name) AS value, sum(times) AS times, min(first) AS first,
          \(names ?? "0") AS names
        FROM \(relation.rawValue) GROUP BY \(name))
      """
  }
}
