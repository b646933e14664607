import ArgumentParser
import NativeEngine
import Reporting

/// `sidelong cache clear`: removes the checkpoints.
struct CacheClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: "Remove all checkpoints, and what processes that were killed left behind.",
    discussion: """
      EXAMPLES:
        sidelong cache clear
        sidelong cache clear --cache /scratch/sidelong
      """)

  @OptionGroup var directory: CacheDirectoryOption

  func run() throws {
    let list = CheckpointList(try directory.checkpoints.clear().map(CheckpointList.Row.init))
    try StandardOutput.write(Array("removed \(list.total)\n".utf8))
  }
}
