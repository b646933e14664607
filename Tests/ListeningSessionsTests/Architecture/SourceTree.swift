import Foundation

/// The project's own sources, as text without comments.
enum SourceTree {
  /// The names of the targets in `Sources`.
  static func targets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
  }

  /// The Swift files in a folder below `Sources`, at any depth; none when there is no such folder.
  static func files(in folder: String) throws -> [SourceFile] {
    let directory = root.appendingPathComponent(folder)
    guard let paths = FileManager.default.subpaths(atPath: directory.path) else { return [] }
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: directory.appendingPathComponent(path), encoding: .utf8)
      return SourceFile(path: "\(folder)/\(path)", text: text)
    }
  }

  /// Four levels up from this file: its folder, the test target, `Tests`, the project.
  private static var root: URL {
    var project = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { project.deleteLastPathComponent() }
    return project.appendingPathComponent("Sources")
  }
}
