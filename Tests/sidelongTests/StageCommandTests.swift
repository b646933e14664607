import Foundation
import ListeningSessionsTestSupport
import Testing

/// The stages as commands of their own, each from what the one before has kept.
struct StageCommandTests {
  private let scratch: TemporaryDirectory
  private let history: GeneratedHistory

  init() throws {
    scratch = try TemporaryDirectory()
    history = try GeneratedHistory("--rows=5000", "--users=30", "--faults=0.02", "--seed=11")
  }

  @Test("Each stage is taken from the checkpoint of the one before")
  func stagesOneByOne() throws {
    try run(["check"], to: "check")
    try run(["sessions"], to: "sessions")
    try run(["rank"], to: "rank")
    try run(["rank", "--top-sessions=7"], to: "rank7")
    #expect(try hits("check") == [false, false])
    #expect(try hits("sessions") == [true, true])
    #expect(try hits("rank") == [true, true])
    #expect(try hits("rank7") == [true, true])
    try run(["sessions", "--gap=5m"], to: "gap")
    #expect(try hits("gap") == [true, false])
    try run(["rank", "--gap=5m"], to: "rank5")
    #expect(try hits("rank5") == [true, true])
  }

  @Test("The three in a row give what analyze gives")
  func sameAsAnalyze() throws {
    for command in ["check", "sessions", "rank"] { try run([command], to: command) }
    try Command.analyze(history.path, output: scratch("analyze")).run().expectSuccess()
    let ranked = WrittenResults(in: scratch("rank"))
    try ranked.expectSameTables(as: WrittenResults(in: scratch("analyze")))
  }

  @Test("The list holds every session, by user and start")
  func list() throws {
    try run(["sessions"], to: "sessions")
    try run(["rank"], to: "rank")
    let counts = try WrittenResults(in: scratch("sessions")).run().counts
    var rows = try fields(of: "sessions/sessions.tsv")
    #expect(
      rows.removeFirst() == [
        "user_id", "started_at", "ended_at", "duration_seconds", "track_count", "distinct_songs",
      ])
    #expect(rows.count == counts.sessions)
    #expect(rows.reduce(0) { $0 + (Int($1[4]) ?? 0) } == counts.listens)
    let keys = rows.map { "\($0[0])\t\($0[1])" }
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let listed = Set(rows)
    for ranked in try fields(of: "rank/top_sessions.tsv").dropFirst() {
      #expect(listed.contains(Array(ranked.dropFirst())), "\(ranked)")
    }
  }

  @Test("A run that is killed leaves nothing that a later run trusts wrongly", arguments: 0..<12)
  func killed(attempt: Int) throws {
    let large = try GeneratedHistory("--rows=30000", "--seed=\(attempt)")
    let killed = try Command.sidelong(
      ["analyze", large.path, "--output", scratch("killed"), "--cache", scratch("cache")]
        + ["--history", "none", "--fail-on", "never"]
    ).start()
    Thread.sleep(forTimeInterval: Double(attempt) * 0.15)
    killed.kill()
    _ = try killed.end()
    try Command.analyze(large.path, "--cache", scratch("cache"), output: scratch("after"))
      .run().expectSuccess()
    try Command.analyze(large.path, output: scratch("plain")).run().expectSuccess()
    try WrittenResults(in: scratch("after"))
      .expectSameTables(as: WrittenResults(in: scratch("plain")))
  }

  @Test("What does not fit into memory goes to the directory of --temp, and nothing stays there")
  func temporaryDirectory() throws {
    let large = try GeneratedHistory("--rows=200000", "--users=300")
    let temporary = try scratch.directory("temporary")
    let outcome = try Command.analyze(
      large.path, "--memory=64MB", "--temp", temporary, output: scratch("little")
    ).run()
    outcome.expectSuccess()
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
    try Command.analyze(large.path, output: scratch("plain")).run().expectSuccess()
    try WrittenResults(in: scratch("little"))
      .expectSameTables(as: WrittenResults(in: scratch("plain")))
  }

  @Test(
    "Memory and places that cannot be used are usage errors that name the option",
    arguments: ["--memory=1MB", "--memory=much", "--temp="])
  func usage(option: String) throws {
    let flag = option.prefix { $0 != "=" }
    try Command.sidelong(["analyze", history.path, option]).run()
      .expectUsageError(naming: String(flag))
  }

  private func run(_ arguments: [String], to name: String) throws {
    try Command.sidelong(
      arguments + [history.path, "--output", scratch(name), "--cache", scratch("cache")]
        + ["--history", "none", "--fail-on", "never"]
    ).run().expectSuccess()
  }

  private func hits(_ name: String) throws -> [Bool] {
    let bytes = try WrittenResults(in: scratch(name)).bytes("run.json")
    let run = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let checkpoints = try #require(run?["checkpoints"] as? [[String: Any]])
    return checkpoints.map { $0["hits"] as? Int == 1 }
  }

  private func fields(of name: String) throws -> [[String]] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch(name)))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
