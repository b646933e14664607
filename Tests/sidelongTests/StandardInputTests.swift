import Foundation
import ListeningSessionsTestSupport
import Testing

/// Inputs that are no regular files give what the file gives.
struct StandardInputTests {
  private let scratch: TemporaryDirectory
  private let path: String

  init() throws {
    scratch = try TemporaryDirectory()
    path = scratch("listens.tsv")
    // More than a pipe holds, so that it is filled and emptied many times.
    try scratch.write(Listens.mixed + Listens.lines(10_000), to: "listens.tsv")
  }

  @Test(
    "Standard input from a pipe and from a file",
    arguments: ["cat \"$0\" | \"$@\"", "\"$@\" < \"$0\""])
  func standardInput(_ script: String) throws {
    let outcome = try analyze("-", within: script)
    try expectSameAsFile(outcome, inputPath: "-")
  }

  @Test("A pipe by a path of the system", arguments: ["/dev/stdin", "/dev/fd/0"])
  func pathOfStandardInput(_ input: String) throws {
    let outcome = try analyze(input, within: "cat \"$0\" | \"$@\"")
    try expectSameAsFile(outcome, inputPath: input)
  }

  @Test("A pipe by the path that a shell's process substitution gives")
  func processSubstitution() throws {
    let outcome = try analyze("/dev/fd/3", within: "cat \"$0\" | \"$@\" 3<&0 < /dev/null")
    try expectSameAsFile(outcome, inputPath: "/dev/fd/3")
  }

  @Test("A FIFO, whose writer writes as soon as it is opened", arguments: 1...8)
  func fifo(attempt: Int) throws {
    let fifo = scratch("fifo")
    try Command.shell("mkfifo \"$1\"", [fifo]).run().expectSuccess()
    let writer = try Command.shell("exec cat \"$1\" > \"$2\"", [path, fifo]).start()
    let outcome = try Command.analyze(fifo, output: scratch("output")).run()
    try #require(outcome.exitCode == 0, "\(outcome.messages)")
    try writer.end().expectSuccess()
    try expectSameAsFile(outcome, inputPath: fifo)
  }

  @Test("Standard input and files are one history")
  func withFiles() throws {
    let more = try scratch.write(Listens.line(user: "other"), to: "more.tsv")
    var command = try Command.analyze(more, "-", more, output: scratch("output")).reading(path)
    command.arguments.append("--quiet")
    try command.run().expectSuccess()
    let file = try Command.analyze(more, path, more, output: scratch("file")).run()
    file.expectSuccess()
    let results = WrittenResults(in: scratch("output"))
    #expect(try results.run().counts == WrittenResults(in: scratch("file")).run().counts)
  }

  @Test("TMPDIR is where standard input is kept meanwhile, and where a failure to do so points")
  func temporaryDirectory() throws {
    let earlier = try EarlierResults(in: scratch("output"))
    var command = try Command.analyze("-", output: earlier.directory).reading(path)
    command.environment = ["TMPDIR": scratch("absent")]
    try command.run().expectFailure(74, naming: scratch("absent"), "TMPDIR")
    try earlier.expectUntouched()

    command = try command.reading(path)
    command.environment = ["TMPDIR": try scratch.directory("temporary")]
    try command.run().expectSuccess()
    #expect(WrittenResults(in: scratch("temporary")).allNames == [])
  }

  /// Runs the analysis of `input` by a script that has the file as `$0`.
  private func analyze(_ input: String, within script: String) throws -> Outcome {
    let command = try Command.analyze(input, output: scratch("output"))
    return try Command(
      program: "/bin/sh",
      arguments: ["-c", script, path, command.program] + command.arguments
    ).run()
  }

  private func expectSameAsFile(
    _ outcome: Outcome, inputPath: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    outcome.expectSuccess(sourceLocation: sourceLocation)
    let file = try Command.analyze(path, output: scratch("file")).run()
    #expect(outcome.text == file.text, sourceLocation: sourceLocation)
    let results = WrittenResults(in: scratch("output"))
    let expected = WrittenResults(in: scratch("file"))
    results.expectWhole(sourceLocation: sourceLocation)
    for name in WrittenResults.tables where name != "rejected.tsv" {
      let difference = try FirstDifference.between(expected.bytes(name), results.bytes(name))
      #expect(difference == nil, "\(name)", sourceLocation: sourceLocation)
    }
    #expect(try results.run().counts == expected.run().counts, sourceLocation: sourceLocation)
    let rejects = try RejectedLines.rows(results)
    #expect(rejects.count == 2, sourceLocation: sourceLocation)
    #expect(
      try rejects.map { $0.dropFirst() } == RejectedLines.rows(expected).map { $0.dropFirst() },
      sourceLocation: sourceLocation)
    #expect(
      rejects.allSatisfy { $0.first == Data(inputPath.utf8) }, sourceLocation: sourceLocation)
  }
}
