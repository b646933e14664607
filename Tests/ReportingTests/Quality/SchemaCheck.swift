import Foundation
import ListeningSessionsTestSupport

/// Runs Scripts/validate-json, which installs the validator if it is missing.
enum SchemaCheck {
  /// 0: all valid; 1: one is not; 2: that could not be found out.
  struct Outcome {
    let exitCode: Int32
    let output: String
  }

  static var schema: URL { project.appendingPathComponent("docs/schemas/quality.schema.json") }

  static func run(_ documents: [[UInt8]]) throws -> Outcome {
    let directory = try TemporaryDirectory()
    let paths = try documents.enumerated().map { number, bytes in
      try directory.write(bytes, to: "\(number).json")
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = project.appendingPathComponent("Scripts/validate-json")
    process.arguments = [schema.path] + paths
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }

  /// Four levels up from this file: its folder, the test target, `Tests`, the project.
  private static var project: URL {
    var project = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { project.deleteLastPathComponent() }
    return project
  }
}
