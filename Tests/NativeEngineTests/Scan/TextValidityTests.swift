import ListeningSessionsTestSupport
import Testing

/// What the index of a block says about UTF-8, held against the standard library's decoder.
struct TextValidityTests {
  /// First and last characters of each length, and those around the forbidden ones.
  private static let characters: [[UInt8]] = [
    "a", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
    "\u{10000}", "\u{3FFFF}", "\u{40000}", "\u{10FFFF}",
  ].map { Array($0.utf8) }

  /// First and last bytes of everything that the standard tells apart.
  private static let bounds: [UInt8] = [
    0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
    0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test(arguments: 0..<70)
  func everyPairOfBytesAtEveryPlaceIsJudgedAlike(place: Int) {
    for first in Self.bounds {
      for second in Self.bounds {
        for rest in [[], [0x80], [0xBF, 0xBF]] as [[UInt8]] {
          expectSameVerdict([first, second] + rest, at: place)
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func textsWithAndWithoutFaultsAreJudgedAlike(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = (0..<80).flatMap { _ in generator.pick(Self.characters) }
      if Bool.random(using: &generator) {
        let index = Int.random(in: 0..<text.count, using: &generator)
        text[index] = UInt8.random(in: 0...0xFF, using: &generator)
      }
      expectSameVerdict(text, at: 0, "seed \(seed)")
    }
  }

  @Test(arguments: 0...130)
  func whatStandsBeforeTheStartIsNotJudged(start: Int) {
    var bytes = Array(repeating: UInt8(0xFF), count: start) + Array("é\n".utf8)
    let end = bytes.count
    bytes += Array(repeating: 0xFF, count: 64)
    for bits in SeparatorIndex.vectors + [0] {
      for (start, isUTF8) in [(start, true), (start + 1, false)] {
        let index = SeparatorIndex(
          of: bytes, skipping: 0, start: start, to: end, vectorBits: bits)
        #expect(index.isUTF8 == isUTF8)
      }
    }
  }

  private func expectSameVerdict(_ text: [UInt8], at place: Int, _ comment: Comment = "") {
    // A line feed ends the text, as it does in a block; what stands behind is not looked at.
    let bytes = Array(repeating: UInt8(0x61), count: place) + text + [0x0A]
    let padded = bytes + Array(repeating: 0xFF, count: 64)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    for bits in SeparatorIndex.vectors + [0] {
      let index = SeparatorIndex(of: padded, skipping: 0, to: bytes.count, vectorBits: bits)
      if index.isUTF8 != isValid { Issue.record("\(text) at \(place), \(bits) bits: \(comment)") }
    }
  }
}
