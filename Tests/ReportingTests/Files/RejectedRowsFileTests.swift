import ListeningSessions
import ListeningSessionsTestSupport
import Reporting
import Testing
import WholeFiles

struct RejectedRowsFileTests {
  @Test func everyRejectStandsInOneLineWithItsBytesAsTheyWere() throws {
    let rejects = [
      row("a.tsv", 2, 10, .invalidUTF8, [0xFF, 0x09, 0x0D]),
      row("a.tsv", 5, 99, .fieldCount, [0x20]),
      row("-", 1, 0, .missingTrackName, Array("u\tt\t\ta\t\t".utf8)),
    ]
    let header = "input_path\tline_number\tbyte_offset\treason\traw_line\n"
    let expected =
      Array("\(header)a.tsv\t2\t10\tinvalid_utf8\t".utf8) + [0xFF, 0x09, 0x0D]
      + Array("\na.tsv\t5\t99\tfield_count\t \n-\t1\t0\tmissing_track_name\tu\tt\t\ta\t\t\n".utf8)
    #expect(try written(rejects) == expected)
  }

  @Test func withoutRejectsTheHeaderStays() throws {
    #expect(try lines([]) == ["input_path\tline_number\tbyte_offset\treason\traw_line", ""])
  }

  @Test(arguments: [
    ("plain name.tsv", "plain name.tsv"), ("a\tb.tsv", "a\\tb.tsv"), ("a\nb.tsv", "a\\nb.tsv"),
    ("a\rb.tsv", "a\\rb.tsv"), ("a\r\nb\t.tsv", "a\\r\\nb\\t.tsv"), ("\u{E9}.tsv", "\u{E9}.tsv"),
  ])
  func aPathStaysInItsField(path: String, field: String) throws {
    let lines = try lines([row(path, 1, 0, .fieldCount, Array("raw".utf8))])
    #expect(lines.dropFirst() == ["\(field)\t1\t0\tfield_count\traw", ""])
  }

  @Test func moreRejectsThanFitABufferAreAllWritten() throws {
    let rejects = (1...5000).map { number in
      row("a.tsv", number, number * 10, .invalidTimestamp, Array(repeating: 0x78, count: 200))
    }
    let lines = try lines(rejects)
    #expect(lines.count == 5002)
    #expect(lines[5000].hasPrefix("a.tsv\t5000\t50000\tinvalid_timestamp\txxx"))
  }

  private func row(
    _ path: String, _ line: Int, _ offset: Int, _ reason: RejectReason, _ raw: [UInt8]
  ) -> RejectedRow {
    RejectedRow(
      inputPath: path, lineNumber: line, byteOffset: offset, reason: reason, rawLine: raw)
  }

  private func lines(_ rejects: [RejectedRow]) throws -> [String] {
    try written(rejects).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func written(_ rejects: [RejectedRow]) throws -> [UInt8] {
    let files = try ResultFiles.bytes(of: SampleReport.withoutSessions(), rejects: rejects)
    return try #require(files["rejected.tsv"])
  }
}
