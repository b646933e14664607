import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct ByteHashTests {
  @Test func theHashOfTextDependsOnNothingBehindIt() {
    for count in 0...200 {
      let text = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      let longer = text + [1, 2, 3]
      let hashes = [
        ByteHash.hash(of: text.span), ByteHash.hash(of: longer.span.extracting(0..<count)),
      ]
      #expect(hashes[0] == hashes[1])
      #expect(hashes[0] != ByteHash.hash(of: longer.span))
    }
  }

  @Test(arguments: 0...100)
  func whatFollowsTheTextDoesNotCount(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let text = randomBytes(count, using: &generator)
    let one = randomBytes(ByteHash.overread, using: &generator)
    let other = randomBytes(ByteHash.overread, using: &generator)
    #expect(ByteHash.hash(of: text, followedBy: one) == ByteHash.hash(of: text, followedBy: other))
    #expect(ByteHash.equal(text + one, text + other, first: count))
  }

  @Test(arguments: 1...100)
  func everyByteCounts(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let padding = Array(repeating: UInt8(0), count: ByteHash.overread)
    let text = randomBytes(count, using: &generator)
    for index in text.indices {
      var other = text
      other[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      #expect(!ByteHash.equal(text + padding, other + padding, first: count), "byte \(index)")
      #expect(ByteHash.hash(of: text) != ByteHash.hash(of: other), "byte \(index)")
    }
  }

  @Test func theLengthCounts() {
    let hashes = (0...100).map { ByteHash.hash(of: Array(repeating: 0, count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func theSeedCounts() {
    let hashes = (0..<100).map { ByteHash.hash(of: Array("Jolene".utf8), seed: $0) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func theLowBitsAreSpread() {
    // The engine keeps 12 bits of it; 4,096 names that fall by chance fill 63 % of their values.
    let low = (0..<4096).map { ByteHash.hash(of: Array("Track \($0)".utf8)) & 0xFFF }
    #expect(Set(low).count > 2500)
  }

  @Test(arguments: Array(0...200))
  func everyByteOfALongTextCountsAndNoneBehindIt(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let text = randomBytes(count, using: &generator)
    let behind = randomBytes(ByteHash.overread, using: &generator)
    let hash = ByteHash.hash(long: text)
    #expect(ByteHash.hash(long: text, followedBy: behind) == hash)
    #expect(ByteHash.hash(long: text + [0]) != hash)
    for index in text.indices {
      var other = text
      other[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      #expect(ByteHash.hash(long: other) != hash, "byte \(index)")
    }
  }

  @Test(arguments: 0...40)
  func everyByteOfAnIDCountsAndItsLength(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let text = randomBytes(count, using: &generator)
    let hash = ByteHash.hash(id: text)
    #expect(ByteHash.hash(id: text + [0]) != hash)
    for index in text.indices {
      var other = text
      other[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      #expect(ByteHash.hash(id: other) != hash, "byte \(index)")
    }
  }

  private func randomBytes(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...0xFF, using: &generator) }
  }
}
