import Foundation
import Testing

/// The results of an earlier run, which a run that fails must leave as they are.
struct EarlierResults {
  let directory: String
  private let files: [String: Data]

  /// Puts files into `directory`, which are recognisable but no results.
  init(in directory: String) throws {
    self.directory = directory
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    files = Dictionary(
      uniqueKeysWithValues: (WrittenResults.results + ["notes.txt"]).map { name in
        (name, Data("\(name) of an earlier run\n".utf8))
      })
    for (name, content) in files {
      try content.write(to: URL(fileURLWithPath: "\(directory)/\(name)"))
    }
  }

  /// Waits until a run has begun its own files there, which it does once it watches for signals.
  func waitForUnfinishedFiles() throws {
    for _ in 0..<2000 {
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      if names.contains(where: { $0.hasSuffix(".partial") }) { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
    Issue.record("no run began in \(directory)")
  }

  /// Checks that the directory holds these files with these bytes, and nothing else.
  func expectUntouched(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectUntouched(in: directory, sourceLocation: sourceLocation)
  }

  /// Checks that a copy of the directory does.
  func expectUntouched(
    in directory: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let results = WrittenResults(in: directory)
    #expect(results.allNames == Set(files.keys), sourceLocation: sourceLocation)
    for (name, content) in files where results.allNames.contains(name) {
      #expect(try results.bytes(name) == content, "\(name)", sourceLocation: sourceLocation)
    }
  }
}
