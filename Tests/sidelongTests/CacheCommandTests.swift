import Foundation
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// `sidelong cache`: what earlier runs kept.
struct CacheCommandTests {
  private static let keys = [
    CheckpointKey(stage: .listens, text: "the inputs"),
    CheckpointKey(stage: .sessions, text: "the inputs and a gap"),
  ]
  private static let nameOfDamaged = "sessions-00112233445566778899aabbccddeeff.checkpoint"

  private let scratch: TemporaryDirectory
  private let directory: String

  init() throws {
    scratch = try TemporaryDirectory()
    directory = scratch("sidelong")
    let cache = CheckpointCache(directory: directory, limit: .max) { Issue.record("\($0)") }
    for key in Self.keys {
      let writer = try #require(cache.begin(key))
      try writer.append(section: "content", [UInt8](repeating: 1, count: 10_000))
      _ = try writer.publish()
    }
    try scratch.write("damage", to: "sidelong/\(Self.nameOfDamaged)")
    try scratch.write("mine", to: "sidelong/notes.txt")
    let names = [Self.keys[1].fileName, Self.nameOfDamaged, Self.keys[0].fileName]
    for (age, name) in names.enumerated() {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000 - Double(age))],
        ofItemAtPath: "\(directory)/\(name)")
    }
  }

  @Test("The table lists the checkpoints, the one used last first, and their sum")
  func table() throws {
    let outcome = try cache("list")
    outcome.expectSuccess()
    #expect(outcome.messages == "")
    let lines = outcome.text.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines.count == 5)
    #expect(
      lines[1] == ["2001-09-09T01:46:40Z", "sessions", "20.4", "kB", Self.keys[1].fileName])
    #expect(
      lines[2] == [
        "2001-09-09T01:46:39Z", "sessions", "6", "B", Self.nameOfDamaged, "it", "is", "no",
        "checkpoint",
      ])
    #expect(
      lines[3] == ["2001-09-09T01:46:38Z", "listens", "20.4", "kB", Self.keys[0].fileName])
    #expect(lines[4] == ["3", "checkpoints,", "40.9", "kB"])
    #expect(try cache("list", "--format", "table").text == outcome.text, "listing is no use")
  }

  @Test("JSON tells what each is of")
  func json() throws {
    let outcome = try cache("list", "--format", "json")
    outcome.expectSuccess()
    let parsed = try JSONSerialization.jsonObject(with: outcome.output)
    let objects = try #require(parsed as? [[String: Any]])
    #expect(objects.map { $0["stage"] as? String } == ["sessions", "sessions", "listens"])
    #expect(
      objects.map { $0["key"] as? String } == ["the inputs and a gap", nil, "the inputs"])
    #expect(objects.map { $0["bytes"] as? Int } == [20_480, 6, 20_480])
  }

  @Test("Clearing removes the checkpoints, partial files of dead processes, and nothing else")
  func clear() throws {
    let partial = CheckpointName.partial(for: Self.keys[0].fileName, process: 1, number: 1)
    try scratch.write("half", to: "sidelong/\(partial)")
    let outcome = try cache("clear")
    outcome.expectSuccess()
    #expect(outcome.text == "removed 3 checkpoints, 40.9 kB\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["notes.txt"])
    #expect(try cache("list").text == "0 checkpoints, 0 B\n")
    #expect(try cache("clear").text == "removed 0 checkpoints, 0 B\n")
  }

  @Test("The cache is where the environment says, or --cache")
  func place() throws {
    var command = try Command.sidelong(["cache", "list", "--format", "json"])
    command.environment = ["XDG_CACHE_HOME": scratch.path]
    let byEnvironment = try command.run()
    #expect(try byEnvironment.text == cache("list", "--format", "json").text)
    command.environment = ["XDG_CACHE_HOME": "", "HOME": try scratch.directory("home")]
    #expect(try command.run().text == "[\n\n]\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("home")) == [])
  }

  @Test("A directory that cannot be listed is an error", arguments: ["list", "clear"])
  func unlistable(name: String) throws {
    let file = try scratch.write("no directory", to: "file")
    let outcome = try Command.sidelong(["cache", name, "--cache", file]).run()
    outcome.expectFailure(74, naming: file)
  }

  @Test("A checkpoint that cannot be removed is an error")
  func unremovable() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory)
    let outcome = try Command.sidelong(["cache", "clear", "--cache", directory])
      .boundByPermissions().run()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
    outcome.expectFailure(74, naming: directory, "Permission denied")
  }

  @Test("A value that an option cannot take is named", arguments: ["none", ""])
  func noDirectory(value: String) throws {
    for name in ["list", "clear"] {
      try Command.sidelong(["cache", name, "--cache", value]).run()
        .expectUsageError(naming: "--cache")
    }
    try Command.sidelong(["cache", "list", "--format", "xml"]).run()
      .expectUsageError(naming: "--format")
  }

  private func cache(_ name: String, _ options: String...) throws -> Outcome {
    try Command.sidelong(["cache", name, "--cache", directory] + options).run()
  }
}
