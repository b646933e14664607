import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RowReaderTests {
  /// How a test goes through the lines.
  enum Direction: CaseIterable {
    case forward, backward, random
  }

  @Test(arguments: UInt64(0)..<8, Direction.allCases)
  func givesEveryLineInWhateverOrder(seed: UInt64, direction: Direction) throws {
    var generator = SeededGenerator(seed: seed)
    // Lines within one window of the reader, about as long as one, and far longer.
    let (count, lengths) = generator.pick([
      (300, [1, 100, 130]), (40, [4000, 4096, 8191, 8192, 8193]), (5, [5, 70_000, 140_000]),
    ])
    let texts = (0..<generator.pick([1, 3])).map { _ in
      LineTexts(count: count, lengths: lengths, using: &generator)
    }
    let directory = try TemporaryDirectory()
    let paths = try texts.enumerated().map { try directory.write($1.bytes, to: "\($0)") }
    let inputs = try InputSet.open(paths, temporaryDirectory: directory.path)
    var reader = RowReader(inputs)
    var places = texts.indices.flatMap { file in
      texts[file].lines.map { (position: inputs.bases[file] + $0.offset, line: $0.bytes) }
    }
    switch direction {
    case .forward: break
    case .backward: places.reverse()
    case .random: places.shuffle(using: &generator)
    }
    for (position, expected) in places {
      let line = try reader.withLine(at: position) { line in line.indices.map { line[$0] } }
      #expect(line == expected, "seed \(seed), position \(position)")
    }
  }

  @Test func twoLinesCanBeReadInTurns() throws {
    let directory = try TemporaryDirectory()
    let far = String(repeating: "x", count: 100_000)
    let path = try directory.write("first\n\(far)\nlast", to: "lines")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    var reader = RowReader(inputs)
    for _ in 0..<3 {
      for (position, expected) in [(0, 5), (100_007, 4), (6, 100_000)] {
        let count = try reader.withLine(at: position) { $0.count }
        #expect(count == expected)
      }
    }
  }
}
