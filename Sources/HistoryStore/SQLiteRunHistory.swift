import GRDB
public import ListeningSessions

/// The metrics of earlier runs in an SQLite file, one row for each.
///
/// Several programs may use the file at once: each waits for its turn. All errors are
/// `HistoryStoreError`, made to be shown as a warning; none is a reason to stop an analysis.
public struct SQLiteRunHistory: RunHistory, Sendable {
  private let path: String
  private let database: DatabaseQueue

  /// Opens the file, and makes it and its directory if they are missing.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - patience: how many seconds to wait for other programs.
  /// - Throws: `HistoryStoreError`.
  public init(path: String, patience: Double = 5) throws {
    self.path = path
    database = try HistoryStoreError.of(path) {
      try HistoryFile(path: path, patience: patience).open()
    }
  }

  public func recent(limit: Int) throws -> [RunMetrics] {
    try HistoryStoreError.of(path) {
      try database.read { try RunRows.recent(limit: max(limit, 0), in: $0) }
    }
  }

  public func append(_ run: RunMetrics) throws {
    try HistoryStoreError.of(path) {
      try database.write { try RunRows.insert(run, in: $0) }
    }
  }
}
