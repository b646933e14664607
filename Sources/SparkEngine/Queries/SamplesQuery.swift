import ListeningSessions

/// The positions of the first failures of each rule that has any.
///
/// For rules about listens and songs only the 20 users or songs are looked at whose first failures
/// come first: no other can hold one of the first 20.
struct SamplesQuery {
  let conditions: QualityConditions
  let gapSeconds: Int
  let headers: [Int]
  /// Rules that some unit fails.
  let failing: Set<String>

  /// The query; nil when no rule failed.
  var sql: String? {
    let parts = [listens, songs, rejects, users, sessions, days].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return SQL.firstOfEachRule(
      parts.joined(separator: "\nUNION ALL\n"), limit: RuleTally.sampleLimit)
  }

  private var limit: Int { RuleTally.sampleLimit }

  private var listens: String? {
    let rules = conditions.listenRules.filter { failing.contains($0.id) }
    guard !rules.isEmpty else { return nil }
    let candidates = rules.map { rule in
      """
      SELECT user FROM (SELECT user, min(\(rule.name)_first) AS first
        FROM \(Relation.stretches.rawValue) GROUP BY user)
      WHERE first IS NOT NULL ORDER BY first LIMIT \(limit)
      """
    }
    let condition =
      "user IN (SELECT user FROM (\(candidates.map { "(\($0))" }.joined(separator: " UNION ALL "))))"
    return SQL.failures(
      rules.map { ($0.id, "IF(\($0.condition), \($0.position), NULL)") },
      in: "(\(conditions.listens(gapSeconds: gapSeconds, condition: condition).sql))")
  }

  private var songs: String? {
    let rules = QualityConditions.songRules.filter { failing.contains($0.rule.id) }
    guard !rules.isEmpty else { return nil }
    let candidates = rules.map { rule in
      """
      (SELECT artist_mbid, artist, track_mbid, track FROM \(Relation.songs.rawValue)
        WHERE \(rule.rule.id) ORDER BY first LIMIT \(limit))
      """
    }
    let rows = """
      (SELECT /*+ BROADCAST(c) */ r.* FROM \(Relation.rows.rawValue) AS r
        LEFT SEMI JOIN (\(candidates.joined(separator: " UNION ALL "))) AS c
          ON r.artist_mbid = c.artist_mbid AND r.artist = c.artist
            AND r.track_mbid = c.track_mbid AND r.track = c.track
        WHERE r.readable AND \(RowsFilter(headers: headers).sql))
      """
    return SQL.failures(rules.map { ($0.rule.id, "IF(\($0.condition), pos, NULL)") }, in: rows)
  }

  private var rejects: String? {
    let songRules = Set(QualityConditions.songRules.map(\.rule.id))
    let rowRules = QualityConditions.rowRules.filter { !songRules.contains($0.rule.id) }
      .map { (rule: $0.rule.id, position: "IF(readable AND \($0.condition), pos, NULL)") }
    let others = [
      (rule: FieldCountValidity().id, position: "IF(reason = 1, pos, NULL)"),
      (rule: UTF8Validity().id, position: "IF(reason = 2, pos, NULL)"),
    ]
    let rules = (rowRules + others).filter { failing.contains($0.rule) }
    guard !rules.isEmpty else { return nil }
    return SQL.failures(
      rules,
      in: """
        (SELECT * FROM \(Relation.rows.rawValue)
          WHERE reason > 0 AND \(RowsFilter(headers: headers).sql))
        """)
  }

  private var users: String? {
    units(
      [
        (UserIDValidity().id, "has_odd_id"), (UserActivityTimeliness().id, "is_busy"),
        (UserListensVolume().id, "is_quiet"),
      ], in: ListenTalliesQuery.users(conditions))
  }

  private var sessions: String? {
    units(
      [(conditions.rules.sessionLength.id, "fails")], in: ListenTalliesQuery.sessions(conditions))
  }

  private var days: String? {
    units([(DayLengthTimeliness().id, "fails")], in: ListenTalliesQuery.days(conditions))
  }

  private func units(_ rules: [(rule: String, fails: String)], in relation: String) -> String? {
    let rules = rules.filter { failing.contains($0.rule) }
    guard !rules.isEmpty else { return nil }
    return SQL.failures(
      rules.map { ($0.rule, "IF(\($0.fails), pos, NULL)") }, in: "(\(relation))")
  }
}
