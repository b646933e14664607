import Foundation

/// A file that only this user can read, to hand something to another program or to get it back.
///
/// Unlike a pipe, it neither fills up nor breaks when the other one does not read or write it.
struct TemporaryFile: ~Copyable {
  private let url: URL
  var path: String { url.path }

  /// - Returns: nil if the temporary directory cannot be written to.
  init?(_ content: some Sequence<UInt8>) {
    url = FileManager.default.temporaryDirectory.appending(path: "sidelong-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: Data(content), attributes: [.posixPermissions: 0o600])
    else { return nil }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The file, open to read and write from its start, and without a name from now on, so that
  /// nothing of it stays whatever happens.
  consuming func withoutName() -> FileHandle? { FileHandle(forUpdatingAtPath: url.path) }
}
