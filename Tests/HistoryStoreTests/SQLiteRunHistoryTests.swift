import Foundation
import HistoryStore
import ListeningSessions
import Testing

struct SQLiteRunHistoryTests {
  private let place: TemporaryHistory

  init() throws { place = try TemporaryHistory() }

  @Test func whatWasRecordedIsReadAgain() throws {
    let empty = RunMetrics(
      runID: "b", startedAt: .latest, status: nil, rows: 0, users: 0, rejectShare: 0,
      blankShare: nil, score: nil, seconds: 0, exitCode: 66)
    try place.open().append(.sample("a"))
    try place.open().append(empty)
    #expect(try place.open().recent(limit: 10) == [empty, .sample("a")])
  }

  @Test(arguments: QualityStatus.allCases)
  func everyStatusIsKept(status: QualityStatus) throws {
    var run = RunMetrics.sample("a")
    run.status = status
    let history = try place.open()
    try history.append(run)
    #expect(try history.recent(limit: 1).map(\.status) == [status])
  }

  @Test func theNewestRunsComeFirst() throws {
    let history = try place.open()
    for (id, start) in [("b", 20), ("d", 30), ("a", 10), ("c", 20)] as [(String, UInt32)] {
      try history.append(.sample(id, startedAt: start))
    }
    #expect(try history.recent(limit: 3).map(\.runID) == ["d", "c", "b"])
    #expect(try history.recent(limit: 0) == [])
    #expect(try history.recent(limit: -1) == [])
  }

  @Test func aRunIsRecordedOnce() throws {
    let history = try place.open()
    try history.append(.sample("a"))
    #expect(throws: HistoryStoreError.self) { try history.append(.sample("a")) }
    #expect(try history.recent(limit: 10).count == 1)
  }

  @Test func missingDirectoriesAreMadeForTheUserAlone() throws {
    let directory = place.directory + "/state/sidelong"
    let history = try SQLiteRunHistory(path: directory + "/history.sqlite")
    try history.append(.sample("a"))
    let attributes = try FileManager.default.attributesOfItem(atPath: directory)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func aFileNameAloneIsOneInTheWorkingDirectory() throws {
    let name = "history-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try SQLiteRunHistory(path: name).append(.sample("a"))
    #expect(FileManager.default.fileExists(atPath: name))
  }
}
