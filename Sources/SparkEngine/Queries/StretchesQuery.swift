import ListeningSessions

/// What each user listened to in one session: the relation `stretches`.
///
/// Where quality is asked for, a session over midnight UTC has a stretch for each of its days, so
/// that days and years add up from the same rows, and each stretch counts what its listens fail. Of
/// the positions only the least is kept for each rule: the first 20 failures of all are in the 20
/// stretches whose first failures come first, and are looked up there (`SamplesQuery`).
struct StretchesQuery {
  let gapSeconds: Int
  let quality: QualityConditions?

  var sql: String {
    guard let quality else {
      return """
        SELECT user, session, count_if(NOT duplicate) AS listens, count_if(duplicate) AS duplicates,
          min(at) AS started_at, max(at) AS ended_at
        FROM (\(ListensInOrder(gapSeconds: gapSeconds, hasQuality: false).sql))
        GROUP BY user, session
        """
    }
    let failures = quality.listenRules.map { rule in
      """
      count_if(\(rule.condition)) AS \(rule.name)_failed,
        min(IF(\(rule.condition), \(rule.position), NULL)) AS \(rule.name)_first,
      """
    }.joined(separator: "\n  ")
    return """
      SELECT user, session, at DIV 86400 AS day, count_if(NOT duplicate) AS listens,
        count_if(duplicate) AS duplicates, min(at) AS started_at, max(at) AS ended_at,
        min_by(second_first, at) AS first,
        \(failures)
        count_if(\(QualityConditions.opensLaterSecond)) AS later_seconds,
        count_if(\(quality.listenError)) AS errors
      FROM (\(quality.listens(gapSeconds: gapSeconds).sql))
      GROUP BY user, session, at DIV 86400
      """
  }
}
