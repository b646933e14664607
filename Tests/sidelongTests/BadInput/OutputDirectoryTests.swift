import Foundation
import ListeningSessionsTestSupport
import Testing

/// Places where results cannot be put, and places where they can.
struct OutputDirectoryTests {
  private let scratch: TemporaryDirectory
  private let listens: String

  init() throws {
    scratch = try TemporaryDirectory()
    listens = try scratch.write(Listens.mixed, to: "listens.tsv")
  }

  @Test("A directory that may not be written to is named, and what it holds stays")
  func unwritable() throws {
    let earlier = try EarlierResults(in: scratch("output"))
    try setPermissions(0o555, of: earlier.directory)
    let outcome = try Command.analyze(listens, output: earlier.directory)
      .boundByPermissions().run()
    try setPermissions(0o755, of: earlier.directory)
    outcome.expectFailure(73, naming: earlier.directory)
    try earlier.expectUntouched()
  }

  @Test("A directory that cannot be created is named")
  func uncreatable() throws {
    let parent = try scratch.directory("parent")
    try setPermissions(0o555, of: parent)
    let outcome = try Command.analyze(listens, output: "\(parent)/output")
      .boundByPermissions().run()
    try setPermissions(0o755, of: parent)
    outcome.expectFailure(73, naming: "\(parent)/output")
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == [])
  }

  @Test("A file where the directory should be stays", arguments: ["taken", "taken/output"])
  func file(_ name: String) throws {
    try scratch.write("notes", to: "taken")
    let outcome = try Command.analyze(listens, output: scratch(name)).run()
    outcome.expectFailure(73, naming: scratch(name))
    #expect(try scratch.bytes(of: "taken") == Array("notes".utf8))
  }

  @Test("A directory where a result file should be is named", arguments: WrittenResults.names)
  func directory(_ name: String) throws {
    let output = try scratch.directory("output")
    _ = try scratch.directory("output/\(name)")
    let others = WrittenResults.results.filter { $0 != name }
    for other in others { try scratch.write("earlier", to: "output/\(other)") }
    let outcome = try Command.analyze(listens, output: output).run()
    outcome.expectFailure(73, naming: "\(output)/\(name)")
    #expect(WrittenResults(in: output).allNames == Set(WrittenResults.results + [name]))
    for other in others {
      #expect(try scratch.bytes(of: "output/\(other)") == Array("earlier".utf8), "\(other)")
    }
  }

  @Test("Missing directories are created", arguments: ["a", "a/b/c", "a/", "./a//b"])
  func created(_ name: String) throws {
    try Command.analyze(listens, output: scratch(name)).run().expectSuccess()
    WrittenResults(in: scratch(name)).expectWhole()
  }

  @Test("Earlier results are replaced, and other files stay")
  func replaced() throws {
    let earlier = try EarlierResults(in: scratch("output"))
    try Command.analyze(listens, output: earlier.directory).run().expectSuccess()
    try Command.analyze(listens, output: scratch("fresh")).run().expectSuccess()
    let results = WrittenResults(in: earlier.directory)
    #expect(results.allNames == Set(WrittenResults.names + ["notes.txt"]))
    try results.expectSameTables(as: WrittenResults(in: scratch("fresh")))
    #expect(try results.run().counts == WrittenResults(in: scratch("fresh")).run().counts)
  }

  @Test("The default is a directory of the program's name where it runs")
  func standard() throws {
    var command = try Command.sidelong(["analyze", "listens.tsv", "--fail-on", "never"])
    command.directory = scratch.path
    try command.run().expectSuccess()
    WrittenResults(in: scratch("sidelong-out")).expectWhole()
  }

  private func setPermissions(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }
}
