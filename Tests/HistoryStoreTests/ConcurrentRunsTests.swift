import Dispatch
import GRDB
import ListeningSessions
import Testing

@testable import HistoryStore

/// Runs that end at the same time are all recorded.
struct ConcurrentRunsTests {
  private let place: TemporaryHistory

  init() throws { place = try TemporaryHistory() }

  /// Each writer opens the file itself, as a program of its own would.
  @Test(arguments: 1...10)
  func writersThatFindNoFileAreAllRecorded(round: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask { [place] in
          for run in 0..<5 { try place.open(patience: 60).append(.sample("\(writer)-\(run)")) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Set(place.open().recent(limit: 100).map(\.runID)).count == 20)
  }

  /// The other writer ends on a thread of its own: the tests' threads may all be waiting.
  @Test func aNewFileThatAnotherWritesToIsWaitedFor() throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: place.path, configuration: configuration)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(throws: HistoryStoreError.self) { try place.open(patience: 0.1) }
    let otherThread = DispatchQueue(label: "other writer")
    otherThread.asyncAfter(deadline: .now() + .milliseconds(200)) {
      try? other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
    let history = try place.open(patience: 60)
    try history.append(.sample("a"))
    #expect(try history.recent(limit: 9).count == 1)
  }

  /// The other writer comes between two looks at the new file.
  @Test func aFileThatAnotherMakesMeanwhileIsNotForeign() throws {
    let database = try DatabaseQueue(path: place.path)
    try database.writeWithoutTransaction { connection in
      connection.trace { [place] event in
        guard event.description.contains("sqlite_master") else { return }
        try? place.open(patience: 0).append(.sample("other"))
      }
      try HistorySchema.prepare(connection)
    }
    try place.open().append(.sample("own"))
    #expect(try place.open().recent(limit: 9).map(\.runID).contains("own"))
  }

  @Test func twoProcessesAreBothRecorded() async throws {
    let path = place.path
    async let first = #expect(processExitsWith: .success) { [path = path as String] in
      try ConcurrentRunsTests.record("first", in: path)
    }
    async let second = #expect(processExitsWith: .success) { [path = path as String] in
      try ConcurrentRunsTests.record("second", in: path)
    }
    _ = await (first, second)
    let recorded = try place.open().recent(limit: 1000).map(\.runID)
    #expect(Set(recorded).count == 100 && recorded.count == 100)
    #expect(recorded.count { $0.hasPrefix("first") } == 50)
  }

  private static func record(_ name: String, in path: String) throws {
    for run in 0..<50 {
      try SQLiteRunHistory(path: path, patience: 60).append(.sample("\(name)-\(run)"))
    }
  }
}
