import ListeningSessions

/// Counts units and failures of the rules about listens, sessions, days and users.
struct ListenTalliesQuery {
  let conditions: QualityConditions

  var sql: String {
    "SELECT * FROM (\(ofListens)) CROSS JOIN (\(ofSessions)) CROSS JOIN (\(ofDays)) CROSS JOIN (\(ofUsers))"
  }

  private var ofListens: String {
    let failed = conditions.listenRules
      .map { "coalesce(sum(\($0.name)_failed), 0) AS \($0.name)_failed" }
    return """
      SELECT coalesce(sum(listens), 0) AS listens, coalesce(sum(duplicates), 0) AS duplicates,
        coalesce(sum(later_seconds), 0) AS later_seconds, coalesce(sum(errors), 0) AS errors,
        \(failed.joined(separator: ", "))
      FROM \(Relation.stretches.rawValue)
      """
  }

  private var ofSessions: String {
    "SELECT count(*) AS sessions, count_if(fails) AS long_sessions FROM (\(Self.sessions(conditions)))"
  }

  private var ofDays: String {
    "SELECT count(*) AS days, count_if(fails) AS long_days FROM (\(Self.days(conditions)))"
  }

  private var ofUsers: String {
    """
    SELECT count(*) AS users, count_if(has_odd_id) AS odd_ids, count_if(is_busy) AS busy_users,
      count_if(is_quiet) AS quiet_users FROM (\(Self.users(conditions)))
    """
  }

  /// Sessions with whether they are too long.
  static func sessions(_ conditions: QualityConditions) -> String {
    """
    SELECT min_by(first, started_at) AS pos,
      max(ended_at) - min(started_at) > \(conditions.ruleSet.parameters.longestSession) AS fails
    FROM \(Relation.stretches.rawValue) GROUP BY user, session
    """
  }

  /// Days of users with whether they hold too many listens.
  static func days(_ conditions: QualityConditions) -> String {
    """
    SELECT min_by(first, started_at) AS pos,
      sum(listens) > \(conditions.ruleSet.parameters.listensPerDay) AS fails
    FROM \(Relation.stretches.rawValue) GROUP BY user, day
    """
  }

  /// Users with what is odd about them.
  static func users(_ conditions: QualityConditions) -> String {
    let parameters = conditions.ruleSet.parameters
    return """
      SELECT min_by(first, started_at) AS pos, NOT \(pattern(parameters.userIDPattern)) AS has_odd_id,
        sum(listens) > \(parameters.mostListensPerUser) AS is_busy,
        sum(listens) < \(parameters.leastListensPerUser) AS is_quiet
      FROM \(Relation.stretches.rawValue) GROUP BY user
      """
  }

  /// Whether a user id has the form that is asked for.
  static func pattern(_ pattern: UserIDPattern) -> String {
    let expression = pattern.text.unicodeScalars.map { scalar in
      switch scalar {
      case "#": "[0-9]"
      case "?": "."
      case "*": ".*"
      default: "\\x{\(String(scalar.value, radix: 16))}"
      }
    }.joined()
    let plain = #"NOT rlike(user, r'[\p{IsWhite_Space}\p{Cc}]')"#
    // Nothing is asked for but that: no need to match.
    if pattern == .standard { return "(\(plain))" }
    return #"(\#(plain) AND rlike(user, r'\A(?s:\#(expression))\z'))"#
  }
}
