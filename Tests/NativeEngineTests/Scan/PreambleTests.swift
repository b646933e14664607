import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// What may stand in front of the rows of a file.
struct PreambleTests {
  private static let row = "u\t2009-05-04T23:08:57Z\t\tartist\t\ttrack\n"
  private static let header = "user_id\ttimestamp\tartist_mbid\tartist_name\ttrack_mbid\ttrack_name"

  @Test(
    arguments: [
      ("", 0, 0), ("\u{FEFF}", 0, 0), ("\u{FEFF}\n", 0, 1), ("\u{FEFF}\r\n", 0, 1), ("\n", 0, 1),
      (header, 0, 0), (header + "\n", 0, 0), ("\u{FEFF}" + header + "\r\n", 0, 0),
      ("\u{FEFF}" + row, 1, 0), (header + "\n" + row, 1, 0), ("\n" + header + "\n" + row, 2, 1),
      (header + "\n" + header + "\n", 1, 0), ("\u{FEFF}\u{FEFF}" + header + "\n", 0, 0),
    ], [2, 64, 4096])
  func marksAndHeadersAreNoRows(
    expected: (text: String, rows: Int, blankLines: Int), blockSize: Int
  ) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(expected.text, to: "a.tsv")
    let engine = NativeEngine.with(threads: 2, blockSize: blockSize)
    let counts = try await engine.answer([path]).report.counts
    #expect(counts.rows == expected.rows)
    #expect(counts.blankLines == expected.blankLines)
    let differences = try await EngineConformance { engine }
      .differences(on: [path], settings: AnalysisSettings())
    #expect(differences == [])
  }

  @Test func everyFileHasItsOwn() async throws {
    let directory = try TemporaryDirectory()
    let paths = try (0..<3).map { number in
      try directory.write("\u{FEFF}\(Self.header)\n\(Self.row)x\n", to: "\(number).tsv")
    }
    let (report, rejects) = try await NativeEngine().answer(paths)
    #expect(report.counts.rows == 6)
    #expect(report.counts.duplicates == 2)
    #expect(rejects.map(\.lineNumber) == [3, 3, 3])
    #expect(Set(rejects.map(\.byteOffset)).count == 1)
    #expect(rejects.map(\.inputPath) == paths)
  }
}
