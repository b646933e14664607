import ListeningSessionsTestSupport

/// Random text in lines, with where each line stands.
struct LineTexts {
  let bytes: [UInt8]
  /// Offset and content of each line, without the line feeds.
  let lines: [(offset: Int, bytes: [UInt8])]

  /// Draws lines whose lengths are among `lengths`; the last one may lack its line feed.
  init(count: Int, lengths: [Int], using generator: inout SeededGenerator) {
    var bytes: [UInt8] = []
    var lines: [(offset: Int, bytes: [UInt8])] = []
    for _ in 0..<count {
      let length = generator.pick(lengths)
      // A prime number of bytes over and over, so that no power of two hides a shift.
      let pattern = (0..<61).map { _ in
        generator.pick([
          0x09, 0x0D, 0x20, 0x61, 0xC3, UInt8.random(in: 0x30...0xFF, using: &generator),
        ])
      }
      let line = (0..<length).map { pattern[$0 % 61] }
      lines.append((bytes.count, line))
      bytes += line + [0x0A]
    }
    if generator.chance(0.5), lines.last?.bytes.isEmpty == false { bytes.removeLast() }
    self.bytes = bytes
    self.lines = lines
  }
}
