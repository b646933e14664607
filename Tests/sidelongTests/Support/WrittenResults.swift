import Foundation
import Testing

/// The files in a directory for results.
struct WrittenResults {
  static let tables = ["top_songs.tsv", "top_sessions.tsv", "session_tracks.tsv", "rejected.tsv"]
  static let results = tables + ["run.json", "quality.json", "quality.junit.xml"]
  /// Written with `--profiles` only.
  static let audience = "top_songs_by_profile.tsv"
  static let names = results + ["metrics.prom"]

  let directory: String

  init(in directory: String) { self.directory = directory }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)"))
  }

  func run() throws -> RunFile {
    try JSONDecoder().decode(RunFile.self, from: bytes("run.json"))
  }

  /// Every name in the directory, hidden ones too; none if there is no directory.
  var allNames: Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
  }

  /// Checks that the results are there, and nothing that was begun and not finished.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(allNames == Set(WrittenResults.names), sourceLocation: sourceLocation)
  }

  /// Checks that the tables have the same bytes as others.
  func expectSameTables(
    as others: WrittenResults, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for name in WrittenResults.tables {
      let difference = try FirstDifference.between(others.bytes(name), bytes(name))
      #expect(difference == nil, "\(name)", sourceLocation: sourceLocation)
    }
  }
}
