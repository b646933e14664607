/// The rows that are no rejects, by user and time, each with whether it is a duplicate and which
/// session it belongs to.
///
/// One exchange by user and one sort serve all windows. Names stand in the order so that equal rows
/// are neighbours, and they are compared by their bytes. `second_first` and `second_last` are the
/// positions of the first and last listen of the user's second: rules compare neighbours in time by
/// position, and within a second the order by names is another.
struct ListensInOrder {
  let gapSeconds: Int
  /// Whether the columns for the rules are there too.
  let hasQuality: Bool
  /// Columns that rows carry beside.
  var carried: [String] = []
  /// A condition on the rows, such as on their users.
  var condition: String?
  /// Whether every listen, not only the first of its second, is to know the second before.
  var needsEarlierOfSecond = false

  private static let order = "PARTITION BY user ORDER BY at, artist, track, pos"

  private var extra: String { carried.map { ", \($0)" }.joined() }

  var sql: String {
    let names = carried.map { $0.split(separator: " ").last.map(String.init) ?? $0 }
    let rest = names.map { ", \($0)" }.joined()
    var second = hasQuality ? ", second_first, second_last, second_count, earlier_last" : ""
    if needsEarlierOfSecond {
      second += """
        , first_value(earlier_last) OVER (PARTITION BY user, at ORDER BY artist, track, pos)
            AS second_earlier_last
        """
    }
    return """
      SELECT user, at, artist, track, pos, duplicate\(rest)\(second), earlier_at,
        sum(IF(earlier_at IS NULL OR at - earlier_at > \(gapSeconds), 1, 0))
          OVER (\(Self.order) ROWS UNBOUNDED PRECEDING) AS session
      FROM (\(withEarlier(rest)))
      """
  }

  private func withEarlier(_ rest: String) -> String {
    guard hasQuality else {
      return """
        SELECT *, lag(at) OVER (\(Self.order)) AS earlier_at FROM (\(withDuplicates(rest)))
        """
    }
    return """
      SELECT *, lag(at) OVER (\(Self.order)) AS earlier_at,
        lag(second_last) OVER (\(Self.order)) AS earlier_last
      FROM (SELECT *, min(IF(duplicate, NULL, pos)) OVER s AS second_first,
          max(IF(duplicate, NULL, pos)) OVER s AS second_last,
          count_if(NOT duplicate) OVER s AS second_count
        FROM (\(withDuplicates(rest))) WINDOW s AS (PARTITION BY user, at))
      """
  }

  private func withDuplicates(_ rest: String) -> String {
    let filter = condition.map { " AND \($0)" } ?? ""
    return """
      SELECT user, at, artist, track, pos\(rest), lag(at) OVER w <=> at
        AND lag(artist) OVER w <=> artist AND lag(track) OVER w <=> track AS duplicate
      FROM (SELECT user, at, artist, track, pos\(extra) FROM \(Relation.rows.rawValue)
        WHERE reason = 0\(filter))
      WINDOW w AS (\(Self.order))
      """
  }
}
