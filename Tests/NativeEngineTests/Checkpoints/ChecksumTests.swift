import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct ChecksumTests {
  @Test(arguments: UInt64(0)..<20)
  func itIsThatOfThePlainDefinition(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for count in [0, 1, 7, 8, 9, 63, 64, 65, 127, 128, 1000, 4096 + Int(seed)] {
      let bytes = randomBytes(count, &generator)
      for start in [0, seed] {
        #expect(
          Checksum.of(bytes, seed: start) == plain(bytes, seed: start),
          "seed \(seed), \(count) bytes")
      }
    }
  }

  @Test func itDependsOnNothingAroundTheBytes() {
    var generator = SeededGenerator(seed: 1)
    let bytes = randomBytes(300, &generator)
    for skipped in 0..<17 {
      #expect(Checksum.of(bytes, behind: skipped) == Checksum.of(bytes))
    }
  }

  @Test(arguments: [1, 8, 40, 64, 200])
  func everyChangeOfOneBitShows(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    var bytes = randomBytes(count, &generator)
    let checksum = Checksum.of(bytes)
    for bit in 0..<count * 8 {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(Checksum.of(bytes) != checksum, "bit \(bit)")
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
  }

  @Test func lengthOrderAndSeedShow() {
    let zeros = (0..<300).map { Checksum.of([UInt8](repeating: 0, count: $0)) }
    #expect(Set(zeros).count == zeros.count)
    var generator = SeededGenerator(seed: 2)
    let (left, right) = (randomBytes(64, &generator), randomBytes(64, &generator))
    #expect(Checksum.of(left + right) != Checksum.of(right + left))
    #expect(Checksum.of(left, seed: 1) != Checksum.of(left, seed: 2))
  }

  @Test func itsTextHasSixteenDigits() {
    #expect(Checksum.text(0xAB) == "00000000000000ab")
    #expect(Checksum.text(.max) == "ffffffffffffffff")
  }

  /// Lanes in an array, words byte by byte.
  private func plain(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    let euler: UInt64 = 0xB7E1_5162_8AED_2A6B
    func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
      let mixed = state ^ word
      return (mixed << 29 | mixed >> 35) &* golden
    }
    func finished(_ state: UInt64) -> UInt64 {
      let first = (state ^ state >> 32) &* euler
      let last = (first ^ first >> 29) &* golden
      return last ^ last >> 32
    }
    func word(_ at: Int) -> UInt64 {
      (0..<8).reduce(0) { word, index in
        word | (at + index < bytes.count ? UInt64(bytes[at + index]) << UInt64(8 * index) : 0)
      }
    }
    var state = seed ^ UInt64(bytes.count)
    let whole = bytes.count / 64 * 64
    if whole > 0 {
      let start = state
      var lanes = [
        start, start ^ golden, start ^ euler, ~start, start &+ golden, start &+ euler,
        start &- golden, start &- euler,
      ]
      for at in stride(from: 0, to: whole, by: 8) {
        lanes[at / 8 % 8] = step(lanes[at / 8 % 8], word(at))
      }
      state = finished(lanes[0])
      for lane in lanes.dropFirst() { state = step(state, finished(lane)) }
    }
    for at in stride(from: whole, through: bytes.count / 8 * 8, by: 8) {
      state = step(state, word(at))
    }
    return finished(state)
  }

  private func randomBytes(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
