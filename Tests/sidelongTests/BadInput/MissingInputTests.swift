import Foundation
import ListeningSessionsTestSupport
import Testing

/// Where there is nothing to read, nothing is written.
struct MissingInputTests {
  private let scratch: TemporaryDirectory
  private let earlier: EarlierResults

  init() throws {
    scratch = try TemporaryDirectory()
    earlier = try EarlierResults(in: scratch("output"))
  }

  /// Names of inputs, some of them good, and what the message must name.
  @Test(
    "An input that is missing is named, though others are there",
    arguments: [
      ["absent.tsv"], ["good.tsv", "absent.tsv"], ["absent.tsv", "good.tsv"],
      ["good.tsv/absent.tsv"], ["absent/absent.tsv"], ["dangling.tsv"],
    ])
  func missing(_ names: [String]) throws {
    try scratch.write(Listens.lines(3), to: "good.tsv")
    try FileManager.default.createSymbolicLink(
      atPath: scratch("dangling.tsv"), withDestinationPath: scratch("absent.tsv"))
    let wrong = try #require(names.first { $0 != "good.tsv" })
    try expectNoInput(names.map { scratch($0) }, naming: scratch(wrong))
  }

  @Test("A name with a line feed in it is still told on one line")
  func lineFeedInName() throws {
    try expectNoInput([scratch("no\nsuch.tsv")], naming: "such.tsv")
  }

  @Test("A directory without TSV files is named, though others have some")
  func directoryWithoutTSV() throws {
    let good = try scratch.directory("good")
    let notes = try scratch.directory("notes")
    try scratch.write(Listens.lines(3), to: "good/listens.tsv")
    try scratch.write(Listens.lines(3), to: "notes/listens.txt")
    _ = try scratch.directory("notes/directory.tsv")
    try expectNoInput([good, notes], naming: notes)
  }

  @Test(
    "An input without a row is named",
    arguments: ["", "\n\r\n\n", "\u{FEFF}", "user\ttimestamp\tartist\n", "\u{FEFF}\n"])
  func noRow(_ content: String) throws {
    let path = try scratch.write(content, to: "rowless.tsv")
    try expectNoInput([path], naming: path)
  }

  @Test("An unreadable file is named")
  func unreadableFile() throws {
    let path = try scratch.write(Listens.lines(3), to: "secret.tsv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try Command.analyze(path, output: earlier.directory).boundByPermissions().run()
    outcome.expectFailure(66, naming: path)
    try earlier.expectUntouched()
  }

  @Test("An unreadable directory is named")
  func unreadableDirectory() throws {
    let path = try scratch.directory("secret")
    try scratch.write(Listens.lines(3), to: "secret/listens.tsv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try Command.analyze(path, output: earlier.directory).boundByPermissions().run()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    outcome.expectFailure(66, naming: path)
    try earlier.expectUntouched()
  }

  @Test(
    "A standard input that gives nothing is named",
    arguments: ["\"$@\" < /dev/null", "\"$@\" < /", "\"$@\" <&-"])
  func standardInput(_ script: String) throws {
    let outcome = try Command.analyze("-", output: earlier.directory).within(script).run()
    outcome.expectFailure(66, naming: " -")
    try earlier.expectUntouched()
  }

  private func expectNoInput(
    _ inputs: [String], naming name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Command.sidelong(
      ["analyze", "--output", earlier.directory] + inputs
    ).run()
    outcome.expectFailure(66, naming: name, sourceLocation: sourceLocation)
    try earlier.expectUntouched(sourceLocation: sourceLocation)
  }
}
