import ArrowStream
import ListeningSessions

/// Sessions as `SessionListQuery` gives them.
enum ListedSessions {
  /// Reads a batch.
  static func read(_ table: ArrowTable) throws -> [ListedSession] {
    try (0..<table.rowCount).map { row in
      ListedSession(
        session: ListeningSession(
          userID: try table.text("user", row),
          startedAt: try table.instant("started_at", row),
          endedAt: try table.instant("ended_at", row), trackCount: try table.int("listens", row)),
        distinctSongs: try table.int("songs", row))
    }
  }
}

extension ArrowTable {
  /// The instant of a row.
  func instant(_ name: String, _ row: Int) throws -> Instant {
    guard let instant = Instant(checking: try int(name, row)) else {
      throw ArrowStreamError.malformed("\(name) is no instant of the contract")
    }
    return instant
  }
}
