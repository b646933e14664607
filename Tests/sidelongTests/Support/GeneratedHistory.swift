import Foundation
import ListeningSessionsTestSupport
import Testing

/// A history from `sidelong generate`, in a directory of its own.
struct GeneratedHistory {
  private let scratch: TemporaryDirectory

  init(_ options: String...) throws {
    scratch = try TemporaryDirectory()
    try Command.sidelong(["generate", "--output", scratch("listens.tsv")] + options)
      .run().expectSuccess()
  }

  var path: String { scratch("listens.tsv") }

  var bytes: Data {
    get throws { try Data(contentsOf: URL(fileURLWithPath: path)) }
  }

  /// The counts of the faults in it.
  var truth: RunFile.Counts {
    get throws {
      let file = URL(fileURLWithPath: "\(path).truth.json")
      return try JSONDecoder().decode(RunFile.Counts.self, from: Data(contentsOf: file))
    }
  }

  /// All names beside it.
  var allNames: Set<String> { WrittenResults(in: scratch.path).allNames }
}
