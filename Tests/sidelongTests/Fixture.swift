import Foundation
import Testing

/// A folder of Tests/Fixtures: inputs, and what the analysis of them must give.
struct Fixture: CustomTestStringConvertible {
  /// The folder's name, which is the edge that it holds.
  let name: String

  var path: String { "\(Fixture.root)/\(name)" }

  var testDescription: String { name }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures").path

  /// Every folder with an `about`, by name.
  static var all: [Fixture] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root).sorted()
        .filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/about") }
        .map(Fixture.init)
    }
  }

  /// What follows `analyze`.
  var arguments: [String] {
    get throws {
      try text("arguments").map { text in
        text.split(separator: "\n").map(String.init)
      } ?? ["listens.tsv"]
    }
  }

  var exitCode: Int32 {
    get throws {
      guard let text = try text("exit_code") else { return 0 }
      guard let code = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path])
      }
      return code
    }
  }

  /// The result files that must be, nil when there must be none.
  var expected: WrittenResults? {
    let directory = "\(path)/expected"
    return FileManager.default.fileExists(atPath: directory) ? WrittenResults(in: directory) : nil
  }

  private func text(_ name: String) throws -> String? {
    let file = "\(path)/\(name)"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return try String(contentsOfFile: file, encoding: .utf8)
  }
}
