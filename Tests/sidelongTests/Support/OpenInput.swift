import Foundation
import ListeningSessionsTestSupport
import Testing

/// A command whose standard input gives a file's rows and then stays open, as that of a running
/// pipe does.
final class OpenInput {
  let command: RunningCommand
  private let feeder: RunningCommand
  private let scratch: TemporaryDirectory

  /// Starts the command and gives it the rows of a file, which must be more than a pipe holds.
  init(of command: Command, rowsOf path: String) throws {
    scratch = try TemporaryDirectory()
    let pipe = Pipe()
    var reader = command
    reader.input = pipe.fileHandleForReading
    self.command = try reader.start()
    var writer = Command.shell(
      "cat \"$1\" && : > \"$2\" && exec sleep 600", [path, scratch("delivered")])
    writer.output = pipe.fileHandleForWriting
    feeder = try writer.start()
    try pipe.fileHandleForReading.close()
    try pipe.fileHandleForWriting.close()
  }

  /// Waits until all but the last 64 KiB were read, so that the command is known to be at work.
  func waitUntilRead() throws {
    let delivered = scratch("delivered")
    try Waiting.until("the rows are read") {
      FileManager.default.fileExists(atPath: delivered) || !feeder.isRunning
    }
    try #require(feeder.isRunning, "the command does not read its input")
  }

  /// Ends the input.
  func close() throws {
    feeder.kill()
    _ = try feeder.end()
  }
}
