import ListeningSessions

/// The registers of a `HyperLogLog` of the timestamps: at most 16,384 rows, whatever the history.
///
/// The times alone are too many to be counted exactly in passing: nearly every row has its own. The
/// longest run of a register is that of its least hash.
struct TimestampRegistersQuery {
  let headers: [Int]

  var sql: String {
    """
    SELECT register, IF(least = 0, 51, 51 - length(bin(least))) AS run
    FROM (SELECT shiftrightunsigned(hash, 50) AS register, min(hash & 1125899906842623L) AS least
      FROM (SELECT IF(time IS NULL, xxhash64(at), xxhash64(time)) AS hash
        FROM \(Relation.rows.rawValue)
        WHERE readable AND \(RowsFilter(headers: headers).sql)
          AND NOT \(QualityConditions.timeIsBlank))
      GROUP BY 1)
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
