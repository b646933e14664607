/// Counts users, sessions and duplicates.
///
/// The sessions of a user are numbered from 1, so the last number is how many there are, and the kept
/// stretches lie by user already: no pair has to be told apart from others.
struct SessionTotalsQuery {
  var sql: String {
    """
    SELECT count(*) AS users, coalesce(sum(sessions), 0) AS sessions,
      coalesce(sum(duplicates), 0) AS duplicates
    FROM (SELECT max(session) AS sessions, sum(duplicates) AS duplicates
      FROM \(Relation.stretches.rawValue) GROUP BY user)
    """
  }
}
