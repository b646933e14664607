import GRDB
import HistoryStore
import ListeningSessions
import Testing

struct HistorySchemaTests {
  private let place: TemporaryHistory

  init() throws { place = try TemporaryHistory() }

  @Test func anEmptyFileBecomesAHistory() throws {
    try place.write([])
    try place.open().append(.sample("a"))
    #expect(try value("PRAGMA user_version") == 1)
    #expect(try value("PRAGMA application_id") == 0x534C_4849)
    #expect(try value("SELECT count(*) FROM run") == 1)
  }

  /// A program that stopped before its tables were there leaves an empty database.
  @Test func anUnfinishedStartIsFinished() throws {
    try execute("PRAGMA page_size = 1024; VACUUM")
    try place.open().append(.sample("a"))
    #expect(try value("SELECT count(*) FROM run") == 1)
  }

  @Test func openingAgainChangesNothing() throws {
    try place.open().append(.sample("a"))
    let before = try value("PRAGMA schema_version")
    #expect(try place.open().recent(limit: 9) == [.sample("a")])
    #expect(try value("PRAGMA schema_version") == before)
  }

  @Test func aLaterVersionIsLeftAlone() throws {
    try place.open().append(.sample("a"))
    try execute("PRAGMA user_version = 2")
    let error = try #require(throws: HistoryStoreError.self) { try place.open() }
    #expect(
      error.message
        == "the run history \(place.path) was written by a later version of this program")
    #expect(try value("PRAGMA user_version") == 2)
  }

  @Test(arguments: ["CREATE TABLE theirs (a)", "PRAGMA user_version = 7"])
  func anotherProgramsDatabaseIsLeftAlone(sql: String) throws {
    try execute(sql)
    let error = try #require(throws: HistoryStoreError.self) { try place.open() }
    #expect(error.message == "the run history \(place.path) is another program's database")
    #expect(error.advice == "choose another file with --history")
    #expect(try value("SELECT count(*) FROM sqlite_master WHERE name = 'run'") == 0)
    #expect(try value("PRAGMA application_id") == 0)
  }

  private func execute(_ sql: String) throws {
    try DatabaseQueue(path: place.path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func value(_ sql: String) throws -> Int? {
    try DatabaseQueue(path: place.path).read { try Int.fetchOne($0, sql: sql) }
  }
}
