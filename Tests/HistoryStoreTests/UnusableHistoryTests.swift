import Foundation
import GRDB
import HistoryStore
import ListeningSessions
import Testing

/// What cannot be used gives an error to show, and stays as it was.
struct UnusableHistoryTests {
  private let place: TemporaryHistory

  init() throws { place = try TemporaryHistory() }

  @Test(arguments: [2, 100, 4096, 100_000])
  func randomBytesAreDamage(count: Int) throws {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<count).map { _ in UInt8.random(in: 1...255, using: &random) }
    try place.write(bytes)
    let error = try #require(throws: HistoryStoreError.self) { try place.open() }
    #expect(error.message == "the run history \(place.path) is damaged (file is not a database)")
    #expect(error.advice == "move it away, and the next run begins a new one")
    #expect(try Data(contentsOf: URL(filePath: place.path)) == Data(bytes))
  }

  @Test func aFileCutShortIsDamage() throws {
    try record(200)
    let whole = try Data(contentsOf: URL(filePath: place.path))
    try place.write(Array(whole.prefix(whole.count / 2)))
    let error = try #require(throws: HistoryStoreError.self) {
      try place.open().recent(limit: 1000)
    }
    #expect(error.message.contains("is damaged"), "\(error)")
  }

  @Test func overwrittenPagesAreDamage() throws {
    try record(200)
    var bytes = Array(try Data(contentsOf: URL(filePath: place.path)))
    for index in 4096..<bytes.count { bytes[index] = 0xA5 }
    try place.write(bytes)
    let error = try #require(throws: HistoryStoreError.self) {
      try place.open().append(.sample("new"))
    }
    #expect(error.message.contains("is damaged"), "\(error)")
  }

  @Test(arguments: [
    ("rows = 'many'", "rows is \"many\""), ("started_at = 'now'", "started_at is 'now'"),
    ("status = 'fine'", "status is 'fine'"), ("score = 'good'", "score is \"good\""),
  ])
  func valuesThatNobodyWroteAreDamage(change: String, reason: String) throws {
    try record(1)
    try edit("UPDATE run SET \(change)")
    let error = try #require(throws: HistoryStoreError.self) { try place.open().recent(limit: 9) }
    #expect(error.message.hasSuffix("is damaged (\(reason))"), "\(error)")
  }

  @Test func aMissingColumnIsDamage() throws {
    try record(1)
    try edit("ALTER TABLE run DROP COLUMN users")
    let error = try #require(throws: HistoryStoreError.self) { try place.open().recent(limit: 9) }
    #expect(error.message.hasSuffix("is damaged (users is missing)"), "\(error)")
  }

  @Test func aDirectoryInPlaceOfTheFileCannotBeOpened() throws {
    let error = try #require(throws: HistoryStoreError.self) {
      try SQLiteRunHistory(path: place.directory)
    }
    #expect(error.message.contains("cannot be opened"), "\(error)")
    #expect(error.advice == "choose a place that you may write to with --history")
  }

  @Test func aPlaceUnderAFileCannotBeMade() throws {
    try place.write([])
    let error = try #require(throws: HistoryStoreError.self) {
      try SQLiteRunHistory(path: place.path + "/state/history.sqlite")
    }
    #expect(error.message.contains("cannot be opened (its directory cannot be made"), "\(error)")
  }

  @Test func aWriterThatStaysIsWaitedForOnlySoLong() throws {
    try record(1)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: place.path, configuration: configuration)
    let history = try place.open(patience: 0.1)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = try #require(throws: HistoryStoreError.self) { try history.append(.sample("new")) }
    #expect(
      error.description
        == "the run history \(place.path) is in use by another program; run again later")
    #expect(try history.recent(limit: 9).count == 1)
    try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try history.append(.sample("new"))
  }

  private func record(_ count: Int) throws {
    let history = try place.open()
    for run in 0..<count { try history.append(.sample("\(run)")) }
  }

  private func edit(_ sql: String) throws {
    let database = try DatabaseQueue(path: place.path)
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    try database.close()
  }
}
