import CByteScan
import ListeningSessionsTestSupport
import Testing

struct SeparatorIndexTests {
  @Test(arguments: 0..<64)
  func findsTheSameAsThePlainVersionAtEveryLengthAndAlignment(skipped: Int) {
    var generator = SeededGenerator(seed: UInt64(skipped))
    let bytes = randomBytes(skipped + 200 + 63, using: &generator)
    for length in 0...200 {
      let plain = SeparatorIndex(of: bytes, skipping: skipped, to: length, vectorBits: 0)
      for bits in SeparatorIndex.vectors {
        let fast = SeparatorIndex(of: bytes, skipping: skipped, to: length, vectorBits: bits)
        #expect(fast == plain, "\(length) bytes behind \(skipped), \(bits) bits")
      }
    }
  }

  @Test(arguments: [UInt8(0x09), 0x0A, 0x80, 0xFF, 0x61])
  func bytesThatAreAllAlikeAreAllFoundOrNone(byte: UInt8) {
    let bytes = Array(repeating: byte, count: 400)
    for bits in SeparatorIndex.vectors {
      let index = SeparatorIndex(of: bytes, skipping: 0, to: 300, vectorBits: bits)
      #expect(index == found(in: bytes, skipping: 0, to: 300))
      #expect(index.positions.count == ([0x09, 0x0A].contains(byte) ? 300 : 0))
    }
  }

  @Test func everyByteIsToldApart() {
    let bytes = (0..<256).map(UInt8.init) + Array(repeating: 0, count: 63)
    for bits in SeparatorIndex.vectors + [0] {
      let index = SeparatorIndex(of: bytes, skipping: 0, to: 256, vectorBits: bits)
      #expect(index.positions == [9, 10 | SIDELONG_LINE_FEED])
      #expect(index.high == [0, 0, .max, .max])
    }
  }

  /// What must be found, byte by byte.
  private func found(in bytes: [UInt8], skipping skipped: Int, to: Int) -> FoundSeparators {
    FoundSeparators(bytes[skipped..<(skipped + to)])
  }

  /// Every second byte a separator or above 0x7F, so that all patterns of neighbours come up.
  private func randomBytes(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in
      generator.pick([0x09, 0x0A, 0x80, UInt8.random(in: 0...0xFF, using: &generator), 0x61])
    }
  }
}

/// Separators and high bytes found one byte after the other.
private struct FoundSeparators {
  let positions: [UInt32]
  let high: [UInt64]

  init(_ bytes: ArraySlice<UInt8>) {
    var positions: [UInt32] = []
    var high = Array(repeating: UInt64(0), count: (bytes.count + 63) / 64)
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x09 { positions.append(UInt32(offset)) }
      if byte == 0x0A { positions.append(UInt32(offset) | SIDELONG_LINE_FEED) }
      if byte >= 0x80 { high[offset / 64] |= 1 << UInt64(offset % 64) }
    }
    self.positions = positions
    self.high = high
  }

  static func == (index: SeparatorIndex, found: FoundSeparators) -> Bool {
    index.positions == found.positions && index.high == found.high
  }
}
