import Foundation
import ListeningSessionsTestSupport
import Testing

/// Rows that were read and are no listens: the results are written, so that they tell why.
struct UnusableInputTests {
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  @Test("A file of rejects only gives all of them back, and empty rankings")
  func rejectsOnly() throws {
    let rows = "u\tyesterday\t\ta\t\tb\nno listen\n\tx\ty\tz\n"
    try expectAllRejected(Data(rows.utf8), rows: 3)
  }

  @Test("Random bytes, NULs among them, are rejects that hold every byte", arguments: [1, 2, 3])
  func binary(seed: UInt64) throws {
    let bytes = RandomBytes.data(count: 500_000, seed: seed)
    let lines = bytes.split(separator: 0x0A).filter { $0 != Data([0x0D]) }
    try expectAllRejected(bytes, rows: lines.count)
  }

  @Test("NULs only are one reject")
  func zeros() throws {
    try expectAllRejected(Data(count: 300_000), rows: 1)
  }

  private func expectAllRejected(_ content: Data, rows: Int) throws {
    let path = try scratch.write([UInt8](content), to: "bad.tsv")
    let outcome = try Command.analyze(path, output: scratch("output")).run()
    outcome.expectFailure(65, naming: "\(rows) rows", "rejected.tsv")

    let results = WrittenResults(in: scratch("output"))
    results.expectWhole()
    let counts = try results.run().counts
    #expect(counts.rows == rows)
    #expect(counts.rejected.values.reduce(0, +) == rows)
    #expect(try results.bytes("top_songs.tsv").split(separator: 0x0A).count == 1)
    #expect(
      try RejectedLines.rawLines(results)
        == content.split(separator: 0x0A).filter {
          $0 != Data([0x0D])
        })
  }
}
