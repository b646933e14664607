import GRDB

/// The tables of a history, and how an older file gets them.
enum HistorySchema {
  /// Says whose file it is: "SLHI" in ASCII.
  static let applicationID = 0x534C_4849

  /// One script for each version, from an empty file on; a released one is never changed.
  static let steps = [
    """
    CREATE TABLE run (
      run_id TEXT NOT NULL PRIMARY KEY,
      started_at TEXT NOT NULL,
      status TEXT,
      "rows" INTEGER NOT NULL,
      users INTEGER NOT NULL,
      reject_share REAL NOT NULL,
      blank_share REAL,
      score REAL,
      seconds REAL NOT NULL,
      exit_code INTEGER NOT NULL
    );
    CREATE INDEX run_by_start ON run (started_at);
    """
  ]

  /// Brings a database to the latest version.
  ///
  /// A file that is up to date is not written to, so that one that is read-only can be read. The
  /// rollback journal is kept: for one row a run the write-ahead log gains nothing, and its files,
  /// which the last connection removes, are what two programs at once trip over.
  ///
  /// - Throws: `HistoryProblem` when the file is not a history of this program.
  static func prepare(_ database: Database) throws {
    var current = 0
    // Of one moment: between two looks another program may make the tables.
    try database.inTransaction(.deferred) {
      current = try version(of: database)
      return .commit
    }
    guard current < steps.count else { return }
    try database.inTransaction(.immediate) {
      // Another program may have been faster: what counts is read inside the transaction.
      for step in steps.dropFirst(try version(of: database)) { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }

  /// The version that the file has; 0 when it is new.
  private static func version(of database: Database) throws -> Int {
    let version = try number("PRAGMA user_version", in: database)
    guard try number("PRAGMA application_id", in: database) == applicationID else {
      let tables = try number("SELECT count(*) FROM sqlite_master", in: database)
      guard tables == 0, version == 0 else { throw HistoryProblem.foreign }
      return 0
    }
    guard version <= steps.count else { throw HistoryProblem.newer }
    return version
  }

  private static func number(_ sql: String, in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: sql) ?? 0
  }
}
