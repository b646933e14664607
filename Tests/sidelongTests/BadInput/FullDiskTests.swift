import Foundation
import ListeningSessionsTestSupport
import Testing

/// Files that cannot grow: told, and nothing half-written stays.
struct FullDiskTests {
  private let scratch: TemporaryDirectory
  private let earlier: EarlierResults

  /// Files of 8 KiB at most.
  ///
  /// Without `exec`: a shell that forks lets the command receive signals,
  /// which the threads of tests block and what they start would block too.
  private static let limited = "ulimit -f 8 && \"$@\"; exit $?"

  init() throws {
    scratch = try TemporaryDirectory()
    earlier = try EarlierResults(in: scratch("output"))
  }

  @Test(
    "A limit on the size of files is an error, not the end by a signal", arguments: [true, false])
  func fileSizeLimit(onlyRejects: Bool) throws {
    let line = onlyRejects ? "no listen\n" : Listens.line()
    let rows = onlyRejects ? String(repeating: line, count: 5000) : Listens.lines(5000)
    let path = try scratch.write(rows, to: "listens.tsv")
    let outcome = try Command.analyze(path, output: earlier.directory)
      .within(FullDiskTests.limited).run()
    outcome.expectFailure(74, naming: earlier.directory)
    try earlier.expectUntouched()
  }

  @Test("So it is for a history that is generated")
  func fileSizeLimitOfGenerate() throws {
    let directory = try scratch.directory("histories")
    let path = try scratch.write("earlier", to: "histories/listens.tsv")
    let outcome = try Command.sidelong(["generate", "--rows", "100000", "--output", path])
      .within(FullDiskTests.limited).run()
    outcome.expectFailure(74, naming: path)
    #expect(WrittenResults(in: directory).allNames == ["listens.tsv"])
    #expect(try scratch.bytes(of: "histories/listens.tsv") == Array("earlier".utf8))
  }

  @Test("A standard output that cannot be written to is an error")
  func fullStandardOutput() throws {
    let path = try scratch.write(Listens.mixed, to: "listens.tsv")
    var command = try Command.analyze(path, output: earlier.directory)
    command.output = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let outcome = try command.run()
    #expect(outcome.exitCode == 74)
    outcome.expectOneLine(naming: ["standard output"])
  }

  @Test("A full disk is an error", .enabled(if: SmallDisk.isAvailable), arguments: [true, false])
  func fullDisk(onlyRejects: Bool) throws {
    let rows = onlyRejects ? String(repeating: "no listen\n", count: 5000) : Listens.lines(5000)
    let path = try scratch.write(rows, to: "listens.tsv")
    let disk = try scratch.directory("disk")
    let outcome = try Command.analyze(path, output: disk)
      .on(SmallDisk(at: disk, holding: earlier.directory, copiedTo: scratch("after"))).run()
    outcome.expectFailure(74, naming: disk)
    try earlier.expectUntouched(in: scratch("after"))
  }

  @Test("So it is for a history that is generated", .enabled(if: SmallDisk.isAvailable))
  func fullDiskOfGenerate() throws {
    let disk = try scratch.directory("disk")
    let outcome = try Command.sidelong(
      ["generate", "--rows", "100000", "--output", "\(disk)/listens.tsv"]
    ).on(SmallDisk(at: disk, holding: earlier.directory, copiedTo: scratch("after"))).run()
    outcome.expectFailure(74, naming: "\(disk)/listens.tsv")
    try earlier.expectUntouched(in: scratch("after"))
  }
}
