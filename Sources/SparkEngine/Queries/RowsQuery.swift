/// Reads the lines and judges each by the contract: sections 2 to 4 of docs/semantics.md in SQL.
///
/// A row of the result is a line, be it blank, a reject or a listen. `pos` orders the lines as they
/// stand in the inputs. Spark tells neither line numbers nor byte offsets, but numbers the rows of a
/// task; with the offset of the block that is enough for an order (see `InputOrder`).
///
/// The text is short on purpose: Java does not compile a method of more than 8,000 bytes, and the
/// one that Spark makes of this query has about 7,000. Beyond, the query takes three times as long.
struct RowsQuery {
  let source: String
  let order: InputOrder

  /// Verdicts by number: 0 is a listen or a duplicate, -1 a blank line, the others the reasons in
  /// their order.
  static let blankLine = -1

  private static let plainTime =
    #"r'^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\z'"#
  private static let anyTime =
    #"r'^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"#
    + #"([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z'"#

  /// Seconds since 1970 of a time that is not in the usual form; Spark reads the minute, and the
  /// second is added, which may be a leap second.
  private static let otherTime = """
    CASE WHEN rlike(time, \(anyTime)) THEN
      unix_seconds(try_cast(concat(left(time, 10), ' ', substr(time, 12, 5), ':00Z') AS TIMESTAMP))
      + CAST(substr(time, 18, 2) AS INT)
      - IF(lower(right(time, 1)) = 'z', 0, CAST(left(right(time, 6), 1) || '60' AS INT)
        * (CAST(substr(right(time, 6), 2, 2) AS INT) * 60 + CAST(right(time, 2) AS INT))) END
    """

  private static let fields = """
    get(f, 0) AS user, get(f, 1) AS time, get(f, 2) AS artist_mbid, get(f, 3) AS artist,
      get(f, 4) AS track_mbid, get(f, 5) AS track
    """

  var sql: String {
    """
    SELECT /*+ BROADCAST(i) */ i.input, l.block, i.base + 2 * l.block + (l.id & 8589934591) AS pos,
      octet_length(l.value) + 1 AS size, reason, header_like, readable, at,
      IF(plain AND at IS NOT NULL, NULL, time) AS time,
      user, artist_mbid, artist, track_mbid, track, IF(reason > 0, CAST(l.value AS BINARY), NULL) AS raw
    FROM (\(judged)) AS l
    JOIN (VALUES \(order.values)) AS i(path, input, base) ON l.path = i.path
    """
  }

  private var judged: String {
    """
    SELECT *, CASE
        WHEN NOT readable THEN CASE WHEN content = '' THEN \(Self.blankLine) WHEN six THEN 2 ELSE 1 END
        WHEN \(SQL.isBlank("user")) THEN 3 WHEN at IS NULL THEN 4
        WHEN \(SQL.isBlank("artist")) THEN 5 WHEN \(SQL.isBlank("track")) THEN 6 ELSE 0 END AS reason
    FROM (SELECT *, IF(seconds BETWEEN 0 AND 4291747199, seconds, NULL) AS at FROM (\(timed)))
    """
  }

  private var timed: String {
    """
    SELECT *, CASE WHEN plain THEN unix_seconds(try_cast(time AS TIMESTAMP))
        WHEN readable THEN \(Self.otherTime) END AS seconds
    FROM (SELECT *, lower(time) <=> 'timestamp' AS header_like,
        coalesce(octet_length(time) = 20 AND rlike(time, \(Self.plainTime)), false) AS plain
      FROM (\(split)))
    """
  }

  private var split: String {
    """
    SELECT id, path, block, value, content, size(f) = 6 AS six,
      size(f) = 6 AND is_valid_utf8(value) AS readable, \(Self.fields)
    FROM (SELECT *, split(content, '\\t', -1) AS f FROM (
      SELECT *, IF(endswith(value, '\\r'), left(value, length(value) - 1), value) AS content
      FROM (\(source))))
    """
  }
}
