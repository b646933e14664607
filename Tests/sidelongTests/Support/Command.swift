import Foundation

/// A command line to run as a process of its own.
struct Command {
  let program: String
  var arguments: [String]
  /// Where it runs; default: where the tests run.
  var directory: String?
  var input = FileHandle.nullDevice
  /// Where its standard output goes, if not to be gathered.
  var output: FileHandle?
  /// Set in addition to the environment of the tests.
  var environment: [String: String] = [:]

  /// The program under test, which keeps no checkpoints unless `arguments` say where.
  static func sidelong(_ arguments: [String]) throws -> Command {
    let mayKeep = ["analyze", "check", "sessions", "rank"].contains(arguments.first)
    let says = arguments.contains { $0.hasPrefix("--cache") || $0 == "--help" }
    return Command(
      program: try SidelongBinary.path(),
      arguments: arguments + (mayKeep && !says ? ["--cache", "none"] : []))
  }

  /// `sidelong analyze` with its results in `output`.
  static func analyze(_ arguments: String..., output: String) throws -> Command {
    try sidelong(
      ["analyze"] + arguments
        + ["--output", output, "--fail-on", "never", "--history", "none"])
  }

  /// A shell script that knows its parameters as `$1`, `$2` and so on.
  static func shell(_ script: String, _ parameters: [String]) -> Command {
    Command(program: "/bin/sh", arguments: ["-c", script, "sh"] + parameters)
  }

  /// This command started by a shell script, which has it as `"$@"`.
  func within(_ script: String) -> Command {
    var command = Command.shell(script, [program] + arguments)
    command.directory = directory
    command.environment = environment
    return command
  }

  /// This command with a file as its standard input.
  func reading(_ path: String) throws -> Command {
    var command = self
    command.input = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    return command
  }

  func start() throws -> RunningCommand { try RunningCommand(self) }

  /// Runs it to its end.
  func run() throws -> Outcome { try start().end() }
}
