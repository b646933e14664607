import Foundation
import ListeningSessionsTestSupport

extension TemporaryDirectory {
  /// The path of `name` in this directory, whether or not there is such a file.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Creates a directory in this one and returns its path.
  func directory(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }
}
