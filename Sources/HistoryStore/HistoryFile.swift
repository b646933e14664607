import FoundationEssentials
import GRDB

/// The file of a history on its way to an open database.
struct HistoryFile {
  let path: String
  /// How many seconds to wait for other programs.
  let patience: Double

  /// Opens the database, made and brought up to date as far as needed.
  func open() throws -> DatabaseQueue {
    try makeDirectory()
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "history"
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction(HistorySchema.prepare)
    return database
  }

  private func makeDirectory() throws {
    let directory = URL(filePath: path).deletingLastPathComponent().path
    guard !FileManager.default.fileExists(atPath: directory) else { return }
    // For the user alone, as the XDG base directory specification asks.
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }
}
