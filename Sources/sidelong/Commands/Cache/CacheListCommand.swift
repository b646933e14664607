import ArgumentParser
import NativeEngine
import Reporting

/// `sidelong cache list`: the checkpoints that are there.
struct CacheListCommand: ParsableCommand {
  /// How they are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the checkpoints, the one used last first.",
    discussion: """
      EXAMPLES:
        sidelong cache list
        sidelong cache list --format json
      """)

  @OptionGroup var directory: CacheDirectoryOption

  @Option(help: "How to print them.")
  var format = Format.table

  func run() throws {
    let list = CheckpointList(try directory.checkpoints.entries().map(CheckpointList.Row.init))
    try StandardOutput.write(format == .json ? list.json() : Array(list.text.utf8))
  }
}
