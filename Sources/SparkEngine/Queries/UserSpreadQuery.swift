/// How many users have so many listens, and how many listens each year has; by `kind`.
enum UserSpreadQuery {
  static let sql = """
    SELECT 'users' AS kind, listens AS number, count(*) AS times
    FROM (SELECT sum(listens) AS listens FROM \(Relation.stretches.rawValue) GROUP BY user)
    GROUP BY listens
    UNION ALL
    SELECT 'years', CAST(year(date_from_unix_date(CAST(day AS INT))) AS BIGINT), sum(listens)
    FROM \(Relation.stretches.rawValue) GROUP BY 2
    """
}
