/// All sessions as a relation: the stretches of each put together.
enum SessionsQuery {
  static let sql = """
    SELECT user, session, min(started_at) AS started_at, max(ended_at) AS ended_at,
      sum(listens) AS listens
    FROM \(Relation.stretches.rawValue) GROUP BY user, session
    """
}
