import Dispatch
import Foundation
import ListeningSessionsTestSupport

/// A process that was started, with what it prints gathered in files.
final class RunningCommand {
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let printed: TemporaryDirectory
  private let description: String

  init(_ command: Command) throws {
    description = ([command.program] + command.arguments).joined(separator: " ")
    printed = try TemporaryDirectory()
    process.executableURL = URL(fileURLWithPath: command.program)
    process.arguments = command.arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(ownEnvironment) { $1 }.merging(command.environment) { $1 }
    if let directory = command.directory {
      process.currentDirectoryURL = URL(fileURLWithPath: directory)
    }
    process.standardInput = command.input
    let output = try RunningCommand.open(printed.write("", to: "output"))
    process.standardOutput = command.output ?? output
    process.standardError = try RunningCommand.open(printed.write("", to: "messages"))
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  /// A state directory that is not the user's and goes with this value; and where coverage is
  /// measured, no profile, which the program would write at its end.
  private var ownEnvironment: [String: String] {
    ["XDG_STATE_HOME": printed("state"), "LLVM_PROFILE_FILE": "/dev/null"]
  }

  private static func open(_ path: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  deinit {
    // A test that failed half way leaves nothing running.
    kill()
  }

  var isRunning: Bool { process.isRunning }

  func interrupt() { process.interrupt() }

  func terminate() { process.terminate() }

  /// Ends it, and what a shell started in it: each process that is started leads its own group.
  func kill() {
    guard process.isRunning else { return }
    _ = killpg(process.processIdentifier, SIGKILL)
  }

  /// Waits for the end and tells how it went; a process that hangs is killed and an error.
  ///
  /// - Parameter seconds: how long to wait; the default is long enough for the slowest test of a
  ///   debug build on a busy machine.
  /// - Returns: what it printed and its exit code.
  /// - Throws: `Hanging`.
  func end(within seconds: Double = 150) throws -> Outcome {
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill()
      throw Hanging(description: "does not end: \(description)")
    }
    let signal = process.terminationReason == .uncaughtSignal ? Int32(128) : 0
    return Outcome(
      exitCode: signal + process.terminationStatus, output: try content("output"),
      messages: String(decoding: try content("messages"), as: UTF8.self))
  }

  struct Hanging: Error, CustomStringConvertible {
    let description: String
  }

  private func content(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: printed(name)))
  }
}
