import Foundation
import ListeningSessionsTestSupport
import Testing

/// Ctrl-C and requests to terminate: nothing half-written stays, and what was there does.
struct InterruptTests {
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  /// Often, because a signal is lost or a file forgotten, if at all, in the blink of an eye.
  private static let attempts = 1...10

  /// How a run is asked to end.
  enum Request: CaseIterable {
    case interrupt, terminate

    /// 128 and the signal's number, as shells give it.
    var exitCode: Int32 { self == .interrupt ? 130 : 143 }

    func send(to command: RunningCommand) {
      self == .interrupt ? command.interrupt() : command.terminate()
    }
  }

  @Test("While it waits for input", arguments: Request.allCases, attempts)
  func waiting(_ request: Request, attempt: Int) throws {
    let earlier = try EarlierResults(in: scratch("output"))
    let input = try OpenInput(
      of: Command.analyze("-", output: earlier.directory),
      rowsOf: scratch.write(Listens.lines(20_000), to: "piped.tsv"))
    try input.waitUntilRead()
    request.send(to: input.command)
    try input.command.end(within: 20).expectFailure(request.exitCode)
    try earlier.expectUntouched()
    try input.close()
  }

  @Test("While all threads are at work", arguments: Request.allCases)
  func atWork(_ request: Request) throws {
    let earlier = try EarlierResults(in: scratch("output"))
    let listens = try scratch.write(Listens.lines(100_000), to: "listens.tsv")
    // Some seconds of work even for a fast machine.
    let inputs = Array(repeating: listens, count: 300)
    let running = try Command.sidelong(
      ["analyze", "--output", earlier.directory] + inputs
    ).start()
    try earlier.waitForUnfinishedFiles()
    request.send(to: running)
    try running.end(within: 20).expectFailure(request.exitCode)
    try earlier.expectUntouched()
  }

  @Test("While it generates", arguments: Request.allCases, attempts)
  func generating(_ request: Request, attempt: Int) throws {
    let directory = try scratch.directory("histories")
    let path = try scratch.write("earlier", to: "histories/listens.tsv")
    let running = try Command.sidelong(
      ["generate", "--rows", "20000000", "--faults", "0.1", "--output", path]
    ).start()
    try Waiting.until("something is written") {
      WrittenResults(in: directory).allNames.count > 1 || !running.isRunning
    }
    request.send(to: running)
    let outcome = try running.end(within: 20)
    outcome.expectFailure(request.exitCode)
    #expect(WrittenResults(in: directory).allNames == ["listens.tsv"])
    // Without the interrupt it would be a history of gigabytes.
    try #require(outcome.exitCode == request.exitCode)
    #expect(try scratch.bytes(of: "histories/listens.tsv") == Array("earlier".utf8))
  }
}
