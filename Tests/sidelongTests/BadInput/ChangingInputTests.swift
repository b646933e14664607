import Foundation
import ListeningSessionsTestSupport
import Testing

/// Files that are written to while they are read.
struct ChangingInputTests {
  private let scratch: TemporaryDirectory
  private let earlier: EarlierResults

  init() throws {
    scratch = try TemporaryDirectory()
    earlier = try EarlierResults(in: scratch("output"))
  }

  /// What happens to the file; each leaves other bytes than were there when it was opened.
  enum Change: String, CaseIterable {
    case emptied, shortened, lengthened, rewritten

    func make(to path: String) throws {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      let size = try file.seekToEnd()
      switch self {
      case .emptied: try file.truncate(atOffset: 0)
      case .shortened: try file.truncate(atOffset: size / 2)
      case .lengthened: try file.write(contentsOf: Data(Listens.line(user: "late").utf8))
      case .rewritten:
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(Listens.line(user: "USER_0").utf8))
      }
      try file.close()
    }
  }

  @Test("A file that changes once it is open is an error that names it", arguments: Change.allCases)
  func changed(_ change: Change) throws {
    let path = try scratch.write(Listens.lines(5000), to: "listens.tsv")
    // The file is open when rows of the input behind it are read, and read itself when they end.
    let (outcome, _) = try analyze(path) { try change.make(to: path) }
    outcome.expectFailure(74, naming: path)
    try earlier.expectUntouched()
  }

  @Test("A file that another takes the name of is read as it was")
  func renamedOver() throws {
    let path = try scratch.write(Listens.lines(5000), to: "listens.tsv")
    let (outcome, output) = try analyze(path) {
      try scratch.write("no listen\n", to: "new.tsv")
      try Command.shell("mv \"$1\" \"$2\"", [scratch("new.tsv"), path]).run().expectSuccess()
    }
    outcome.expectSuccess()
    #expect(try output.run().counts.rows == 10_000)
    #expect(try output.run().counts.rejected.values.allSatisfy { $0 == 0 })
  }

  @Test(
    "A file cut short at any moment is read as one of both, or an error",
    arguments: [0, 20, 40, 80, 160])
  func cutShort(milliseconds: Int) throws {
    let whole = Listens.lines(200_000)
    let part = Listens.lines(50_000)
    let path = try scratch.write(whole, to: "listens.tsv")
    let command = try Command.analyze(path, output: earlier.directory).start()
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.truncate(atOffset: UInt64(part.utf8.count))
    try file.close()
    let outcome = try command.end()
    if outcome.exitCode == 0 {
      let rows = try WrittenResults(in: earlier.directory).run().counts.rows
      #expect([200_000, 50_000].contains(rows))
    } else {
      outcome.expectFailure(74, naming: path)
      try earlier.expectUntouched()
    }
  }

  /// Analyses a file and a standard input of 5000 rows, with a change when the file is open.
  private func analyze(
    _ path: String, change: () throws -> Void
  ) throws -> (Outcome, WrittenResults) {
    let input = try OpenInput(
      of: Command.analyze(path, "-", output: earlier.directory),
      rowsOf: scratch.write(pipeRows, to: "piped.tsv"))
    try input.waitUntilRead()
    try change()
    try input.close()
    return (try input.command.end(), WrittenResults(in: earlier.directory))
  }

  /// More than a pipe holds.
  private var pipeRows: String {
    Listens.lines(5000).replacing("user_", with: "a user with a long name, piped_")
  }
}
