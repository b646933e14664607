import ListeningSessions

/// The registers of a `HyperLogLog` for each column but that of the users: at most 16,384 rows each,
/// whatever the history.
///
/// `xxhash64` is the hash that the domain calls `ValueHash`. The longest run of a register is that of
/// its least hash.
struct RegistersQuery {
  let headers: [Int]

  private static let names: [(column: ListenColumn, value: String)] = [
    (.artistMBID, "artist_mbid"), (.artistName, "artist"), (.trackMBID, "track_mbid"),
    (.trackName, "track"),
  ]

  var sql: String {
    """
    SELECT name, register, IF(least = 0, 51, 51 - length(bin(least))) AS run
    FROM (SELECT name, shiftrightunsigned(hash, 50) AS register, min(hash & 1125899906842623L) AS least
      FROM (\(times) UNION ALL \(songs)) WHERE hash IS NOT NULL
      GROUP BY ALL)
    """
  }

  private var times: String {
    """
    SELECT '\(ListenColumn.timestamp.rawValue)' AS name,
      CASE WHEN time IS NULL THEN xxhash64(CAST(at AS BIGINT))
        WHEN NOT \(QualityConditions.timeIsBlank) THEN xxhash64(time) END AS hash
    FROM \(Relation.rows.rawValue) WHERE readable AND \(RowsFilter(headers: headers).sql)
    """
  }

  private var songs: String {
    let pairs = Self.names.map { name in
      "'\(name.column.rawValue)', IF(\(SQL.isBlank(name.value)), NULL, xxhash64(\(name.value)))"
    }
    return """
      SELECT stack(\(pairs.count), \(pairs.joined(separator: ",\n  "))) AS (name, hash)
      FROM \(Relation.songs.rawValue)
      """
  }

  /// The sketch with the registers of a result.
  static func sketch(_ registers: [(register: Int, run: Int)]) -> HyperLogLog {
    var sketch = HyperLogLog()
    for (register, run) in registers {
      // The highest of the 50 bits behind the register's number that is set ends the run.
      let bit = run > 50 ? 0 : UInt64(1) << UInt64(50 - run)
      sketch.insert(hash: UInt64(register) << 50 | bit)
    }
    return sketch
  }
}
