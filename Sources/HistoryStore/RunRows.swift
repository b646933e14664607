import GRDB
import ListeningSessions

/// Runs as rows of the table `run`.
enum RunRows {
  static func insert(_ run: RunMetrics, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO run (run_id, started_at, status, "rows", users, reject_share, blank_share,
          score, seconds, exit_code)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.runID, run.startedAt.description, run.status?.rawValue, run.rows, run.users,
        run.rejectShare, run.blankShare, run.score, run.seconds, run.exitCode,
      ])
  }

  /// The runs that started last, the newest first.
  static func recent(limit: Int, in database: Database) throws -> [RunMetrics] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM run ORDER BY started_at DESC, rowid DESC LIMIT ?",
      arguments: [limit])
    return try rows.map(run)
  }

  private static func run(_ row: Row) throws -> RunMetrics {
    RunMetrics(
      runID: try value("run_id", of: row), startedAt: try instant("started_at", of: row),
      status: try status(of: row), rows: try value("rows", of: row),
      users: try value("users", of: row), rejectShare: try value("reject_share", of: row),
      blankShare: try optional("blank_share", of: row), score: try optional("score", of: row),
      seconds: try value("seconds", of: row), exitCode: try value("exit_code", of: row))
  }

  private static func value<Value: DatabaseValueConvertible>(
    _ column: String, of row: Row
  ) throws -> Value {
    guard let value: Value = try optional(column, of: row) else {
      throw HistoryProblem.damaged("\(column) is missing")
    }
    return value
  }

  /// Reads a value that may be missing.
  ///
  /// The row's subscripts would end the program where a value has another type, which somebody's
  /// edits of the file can bring about.
  private static func optional<Value: DatabaseValueConvertible>(
    _ column: String, of row: Row
  ) throws -> Value? {
    guard let stored: DatabaseValue = row[column], !stored.isNull else { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw HistoryProblem.damaged("\(column) is \(stored)")
    }
    return value
  }

  private static func instant(_ column: String, of row: Row) throws -> Instant {
    let text: String = try value(column, of: row)
    let utf8 = Array(text.utf8)
    guard let instant = TimestampFormat.instant(of: utf8.span) else {
      throw HistoryProblem.damaged("\(column) is '\(text)'")
    }
    return instant
  }

  private static func status(of row: Row) throws -> QualityStatus? {
    guard let text: String = try optional("status", of: row) else { return nil }
    guard let status = QualityStatus(rawValue: text) else {
      throw HistoryProblem.damaged("status is '\(text)'")
    }
    return status
  }
}
