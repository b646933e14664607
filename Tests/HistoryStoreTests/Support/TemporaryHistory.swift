import Foundation
import HistoryStore
import ListeningSessions

/// A place for a history that is removed when the last reference to it goes.
final class TemporaryHistory: Sendable {
  let directory: String

  init() throws {
    directory = FileManager.default.temporaryDirectory.path + "/history-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  var path: String { directory + "/history.sqlite" }

  func open(patience: Double = 5) throws -> SQLiteRunHistory {
    try SQLiteRunHistory(path: path, patience: patience)
  }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
}

extension RunMetrics {
  /// A run with every value set.
  static func sample(_ id: String, startedAt seconds: UInt32 = 1_139_766_571) -> RunMetrics {
    RunMetrics(
      runID: id, startedAt: Instant(secondsSinceEpoch: seconds), status: .warning,
      rows: 19_150_868, users: 992, rejectShare: 0.1, blankShare: 1.0 / 3, score: 99.9,
      seconds: 2.5, exitCode: 1)
  }
}
