import Foundation

/// Packs files by Python's standard library and the `zstd` command, which share no code with the
/// program.
public enum Packing {
  /// The forms that give the content of one file as it was.
  public static let forms = [
    "gz", "pieces.gz", "zst", "xz", "bz2", "tar", "tar.gz", "tar.zst", "zip", "stored.zip",
  ]

  /// A tool that failed.
  struct Failure: Error {
    let form: String
  }

  /// Packs `files` into a new file and returns its path.
  ///
  /// - Parameters:
  ///   - form: one of those in `Tests/Fixtures/pack.py`.
  ///   - files: paths, each with `=` and a member's name if it shall be another.
  ///   - output: where it goes.
  /// - Returns: `output`.
  /// - Throws: when the tools are missing or fail.
  @discardableResult
  public static func pack(_ form: String, _ files: [String], to output: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, form, output] + files
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(form: form) }
    return output
  }

  /// Three levels up from this file: its folder, the target, `Tests`.
  private static var script: String {
    var tests = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { tests.deleteLastPathComponent() }
    return tests.path + "/Fixtures/pack.py"
  }
}
