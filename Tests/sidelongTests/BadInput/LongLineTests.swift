import Foundation
import ListeningSessionsTestSupport
import Testing

/// One line that is larger than every buffer.
struct LongLineTests {
  private let scratch: TemporaryDirectory
  /// As bytes and never as text: tests are debug builds, which take long over 100 MB.
  private let long: Data

  init() throws {
    scratch = try TemporaryDirectory()
    // A debug build of the program is too slow for that: it has more than ten blocks to read.
    long = Data(
      repeating: UInt8(ascii: "x"), count: SidelongBinary.isOptimised ? 100_000_000 : 3_000_000)
  }

  @Test("As a listen it is ranked with its whole name", arguments: ["table", "json", "tsv"])
  func listen(format: String) throws {
    let line = Listens.line(minute: 1, track: "here").split(separator: "here").map { Data($0.utf8) }
    let path = try file(
      Data(Listens.line().utf8) + line[0] + long + line[1] + Data(Listens.line(minute: 2).utf8))
    try Command.analyze(path, "--format", format, output: scratch("output")).run().expectSuccess()
    let results = WrittenResults(in: scratch("output"))
    results.expectWhole()
    #expect(try results.run().counts.listens == 3)
    // Compared outside of the macro, which would print 100 MB.
    let songs = try results.bytes("top_songs.tsv")
    let expected =
      Data("\n1\tTrack\tArtist\t2\t1\t1\t\t\n2\t".utf8) + long
      + Data("\tArtist\t1\t1\t1\t\t\n".utf8)
    let isWhole = songs.suffix(expected.count) == expected
    #expect(isWhole)
  }

  @Test("As a reject it is kept whole, and the rows around it are read")
  func reject() throws {
    let first = Listens.line()
    let path = try file(Data(first.utf8) + long + Data("\n\(Listens.line(minute: 2))".utf8))
    try Command.analyze(path, output: scratch("output")).run().expectSuccess()
    let results = WrittenResults(in: scratch("output"))
    results.expectWhole()
    #expect(try results.run().counts.listens == 2)
    let place = "\n\(path)\t2\t\(first.utf8.count)\tfield_count\t"
    let rejected = try results.bytes("rejected.tsv")
    let expected = Data(place.utf8) + long + Data("\n".utf8)
    let isWhole = rejected.suffix(expected.count) == expected
    #expect(isWhole)
  }

  @Test("Without anything else it is no listen, and there is no line feed to look for")
  func alone() throws {
    let outcome = try Command.analyze(file(long), output: scratch("output")).run()
    outcome.expectFailure(65, naming: "field_count")
    #expect(try WrittenResults(in: scratch("output")).run().counts.rows == 1)
  }

  private func file(_ content: Data) throws -> String {
    try content.write(to: URL(fileURLWithPath: scratch("listens.tsv")))
    return scratch("listens.tsv")
  }
}
