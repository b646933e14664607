import Foundation
import HistoryStore
import ListeningSessions
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Each runs in a process of its own, which gives up root's right to write everywhere.
struct ReadOnlyHistoryTests {
  private let place: TemporaryHistory

  init() throws {
    place = try TemporaryHistory()
    try place.open().append(.sample("a"))
  }

  @Test func aReadOnlyFileIsReadButNotWritten() async throws {
    try permit(file: 0o444, directory: 0o777)
    await #expect(processExitsWith: .success) { [path = place.path as String] in
      ReadOnlyHistoryTests.becomeNobody()
      let history = try SQLiteRunHistory(path: path)
      try #require(history.recent(limit: 9).map(\.runID) == ["a"])
      let error = try #require(throws: HistoryStoreError.self) {
        try history.append(.sample("b"))
      }
      try #require(error.message == "the run history \(path) is read-only")
    }
    #expect(try place.open().recent(limit: 9).count == 1)
  }

  @Test func aReadOnlyDirectoryGivesAnError() async throws {
    try permit(file: 0o444, directory: 0o555)
    await #expect(processExitsWith: .success) { [path = place.path as String] in
      ReadOnlyHistoryTests.becomeNobody()
      try #require(throws: HistoryStoreError.self) {
        try SQLiteRunHistory(path: path).append(.sample("b"))
      }
    }
    #expect(try place.open().recent(limit: 9).count == 1)
  }

  @Test func aNewHistoryInAReadOnlyDirectoryGivesAnError() async throws {
    try permit(file: 0o444, directory: 0o555)
    await #expect(processExitsWith: .success) { [directory = place.directory as String] in
      ReadOnlyHistoryTests.becomeNobody()
      for path in ["/new.sqlite", "/state/new.sqlite"] {
        let error = try #require(throws: HistoryStoreError.self) {
          try SQLiteRunHistory(path: directory + path)
        }
        try #require(error.message.contains("cannot be opened"))
      }
    }
  }

  private func permit(file: Int, directory: Int) throws {
    for (path, permissions) in [(place.path, file), (place.directory, directory)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: path)
    }
  }

  private static func becomeNobody() {
    if geteuid() == 0, setuid(65_534) != 0 { exit(EXIT_FAILURE) }
  }
}
