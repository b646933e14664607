/// Counts users, sessions and duplicates.
struct SessionTotalsQuery {
  var sql: String {
    """
    SELECT count(DISTINCT user) AS users, count(DISTINCT user, session) AS sessions,
      coalesce(sum(duplicates), 0) AS duplicates
    FROM \(Relation.stretches.rawValue)
    """
  }
}
