import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct BlockBufferTests {
  @Test(arguments: [2, 3, 63, 64, 65, 100, 4096, 5000, 1 << 20], UInt64(0)..<8)
  func theBlocksTogetherHoldEveryLineOnce(blockSize: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = LineTexts(
      count: generator.pick([1, 10, 120]),
      lengths: generator.pick([
        [0, 1, 2, 62, 63, 64], [60, 130], [0, 4094, 4095, 4096], [9, 30_000],
      ]),
      using: &generator)
    let lines = try lines(of: texts.bytes, blockSize: blockSize)
    #expect(lines.map(\.offset) == texts.lines.map(\.offset), "seed \(seed)")
    #expect(lines.map(\.bytes) == texts.lines.map(\.bytes), "seed \(seed)")
  }

  @Test func aLineBelongsToTheBlockInWhichItStarts() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("abc\ndefghi\njkl\nmn", to: "lines")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    var buffer = BlockBuffer(blockSize: 4)
    let lines = try inputs.blocks(ofSize: 4).map { block in
      try buffer.load(block, of: inputs.files[0])
      return contents(of: buffer).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(lines == [["abc"], ["defghi"], ["jkl"], ["mn"], []])
  }

  @Test(arguments: ["\u{FEFF}", "\u{FEFF}x\n"])
  func aByteOrderMarkIsSeen(text: String) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(text, to: "marked")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    var buffer = BlockBuffer(blockSize: 100)
    try buffer.load(inputs.blocks(ofSize: 100)[0], of: inputs.files[0])
    let isSeen = buffer.hasByteOrderMark
    #expect(isSeen)
  }

  @Test func bytesAboveASCIIAreSeenWhereTheyAre() throws {
    let directory = try TemporaryDirectory()
    var text = Array(repeating: UInt8(0x61), count: 300)
    text[200] = 0xC3
    let path = try directory.write(text, to: "high")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    var buffer = BlockBuffer(blockSize: 1000)
    try buffer.load(inputs.blocks(ofSize: 1000)[0], of: inputs.files[0])
    for start in 0..<300 {
      for end in [start + 1, 199, 200, 201, 256, 257, 300] where end > start {
        let isASCII = buffer.isASCII(start..<end)
        #expect(isASCII == !(start..<end).contains(200), "\(start) to \(end)")
      }
    }
  }

  private func lines(
    of bytes: [UInt8], blockSize: Int
  ) throws -> [(offset: Int, bytes: [UInt8])] {
    let directory = try TemporaryDirectory()
    let inputs = try InputSet.open(
      [directory.write(bytes, to: "lines")], temporaryDirectory: directory.path)
    var buffer = BlockBuffer(blockSize: blockSize)
    return try inputs.blocks(ofSize: blockSize).flatMap { block in
      try buffer.load(block, of: inputs.files[0])
      return contents(of: buffer)
    }
  }

  private func contents(of buffer: borrowing BlockBuffer) -> [(offset: Int, bytes: [UInt8])] {
    var lines: [(offset: Int, bytes: [UInt8])] = []
    var start = buffer.start
    while start < buffer.end, let end = buffer.firstLineEnd(from: start) {
      let line = buffer.line(start..<end)
      lines.append((buffer.fileOffset + start, line.indices.map { line[$0] }))
      start = end + 1
    }
    return lines
  }
}
