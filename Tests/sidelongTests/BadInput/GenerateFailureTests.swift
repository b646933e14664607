import Foundation
import ListeningSessionsTestSupport
import Testing

/// Histories that cannot be, and places where they cannot be put.
struct GenerateFailureTests {
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  @Test(
    "A value that an option cannot take is an error that names the option",
    arguments: [
      "--rows=-1", "--rows=many", "--rows=1e6", "--users=0", "--users=-5", "--users=1000001",
      "--seed=-1", "--seed=x", "--faults=-0.1", "--faults=1.1", "--faults=nan", "--faults=few",
      "--order=size", "--row=5",
    ])
  func option(_ option: String) throws {
    let path = try scratch.write("earlier", to: "listens.tsv")
    let outcome = try Command.sidelong(["generate", "--rows=10", "--output", path, option]).run()
    outcome.expectUsageError(naming: String(option.prefix { $0 != "=" }))
    try expectEarlierOnly()
  }

  @Test("More listens than a user can have are an error that names both options")
  func tooManyListens() throws {
    let path = try scratch.write("earlier", to: "listens.tsv")
    let outcome = try Command.sidelong(
      ["generate", "--rows=40000000", "--users=1", "--output", path]
    ).run()
    outcome.expectFailure(64, naming: "--rows", "--users")
    try expectEarlierOnly()
  }

  @Test("A missing option is named", arguments: [["--rows=10"], ["--output=listens.tsv"]])
  func missingOption(_ options: [String]) throws {
    var command = try Command.sidelong(["generate"] + options)
    command.directory = scratch.path
    try command.run().expectUsageError(naming: options == ["--rows=10"] ? "--output" : "--rows")
    #expect(try scratch.names() == [])
  }

  @Test(
    "A place where no file can be is named", arguments: ["absent/a.tsv", "file/a.tsv", "taken"])
  func place(_ name: String) throws {
    try scratch.write("earlier", to: "file")
    _ = try scratch.directory("taken")
    let outcome = try Command.sidelong(
      ["generate", "--rows=10", "--faults=0.5", "--output", scratch(name)]
    ).run()
    outcome.expectFailure(73, naming: scratch(name))
    #expect(try scratch.names() == ["file", "taken"])
    #expect(try scratch.bytes(of: "file") == Array("earlier".utf8))
  }

  @Test("A place for the truth where no file can be is named, and the history stays as it was")
  func placeOfTruth() throws {
    let path = try scratch.write("earlier", to: "listens.tsv")
    _ = try scratch.directory("listens.tsv.truth.json")
    let outcome = try Command.sidelong(
      ["generate", "--rows=10", "--faults=0.5", "--output", path]
    ).run()
    outcome.expectFailure(73, naming: "\(path).truth.json")
    #expect(try scratch.bytes(of: "listens.tsv") == Array("earlier".utf8))
    #expect(try scratch.names() == ["listens.tsv", "listens.tsv.truth.json"])
  }

  @Test("A directory that may not be written to is named, and what it holds stays")
  func unwritable() throws {
    let path = try scratch.write("earlier", to: "listens.tsv")
    try setPermissions(0o555)
    let outcome = try Command.sidelong(["generate", "--rows=10", "--output", path])
      .boundByPermissions().run()
    try setPermissions(0o755)
    outcome.expectFailure(73, naming: path)
    try expectEarlierOnly()
  }

  private func setPermissions(_ permissions: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: scratch.path)
  }

  private func expectEarlierOnly(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try scratch.names() == ["listens.tsv"], sourceLocation: sourceLocation)
    #expect(
      try scratch.bytes(of: "listens.tsv") == Array("earlier".utf8),
      sourceLocation: sourceLocation)
  }
}
