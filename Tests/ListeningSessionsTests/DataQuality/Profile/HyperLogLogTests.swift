import ListeningSessionsTestSupport
import Testing

@testable import ListeningSessions

struct HyperLogLogTests {
  @Test(arguments: [0, 1, 100, 10_000, 1_000_000], UInt64(1)...3)
  func theEstimateIsWithinThreeStandardErrors(distinct: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sketch = HyperLogLog()
    for _ in 0..<distinct { sketch.insert(hash: generator.next()) }
    let difference = Double(abs(sketch.count - distinct))
    #expect(difference <= 3 * HyperLogLog.standardError * Double(distinct), "\(sketch.count)")
  }

  @Test(arguments: UInt64(0)..<5)
  func aMergeIsTheUnionExactly(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (left, right, union) = (HyperLogLog(), HyperLogLog(), HyperLogLog())
    for _ in 0..<20_000 {
      let hash = generator.next()
      union.insert(hash: hash)
      // Some stand in both parts.
      let part = Int.random(in: 0..<3, using: &generator)
      if part != 0 { left.insert(hash: hash) }
      if part != 1 { right.insert(hash: hash) }
    }
    var merged = left
    merged.merge(right)
    #expect(merged == union, "seed \(seed)")
    right.merge(left)
    #expect(right == union, "seed \(seed)")
  }

  @Test func equalValuesCountOnce() {
    var sketch = HyperLogLog()
    for _ in 0..<1000 { sketch.insert(hash: 0x0123_4567_89AB_CDEF) }
    #expect(sketch.count == 1)
  }

  @Test func aHashOfZerosHasTheLongestRun() {
    var sketch = HyperLogLog()
    sketch.insert(hash: 0)
    #expect(sketch.registers[0] == 51 && sketch.count == 1)
    sketch.insert(hash: .max)
    #expect(sketch.registers[HyperLogLog.registerCount - 1] == 1)
  }

  @Test(arguments: UInt64(0)..<4)
  func whatIsNoNewsChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (all, news) = (HyperLogLog(), HyperLogLog())
    var left = 0
    for number in 0..<400_000 {
      let hash = generator.next()
      all.insert(hash: hash)
      if number % 50_000 == 0 { left = news.shortestRun }
      if HyperLogLog.isNews(hash: hash, afterRuns: left) { news.insert(hash: hash) }
    }
    #expect(left > 0, "seed \(seed)")
    #expect(all == news, "seed \(seed)")
  }

  @Test func withoutEmptyRegistersNothingIsCountedLinearly() {
    var sketch = HyperLogLog()
    for register in 0..<UInt64(HyperLogLog.registerCount) {
      sketch.insert(hash: register << 50 | 1 << 49)
    }
    // All registers at 1: 0.7213 / (1 + 1.079 / m) * m * 2.
    #expect(sketch.count == 23_634)
  }

  @Test(arguments: [
    (1.0, 0.0), (2, 0.693_147_180_559_945_3), (1.000_061, 0.000_060_998_139_575_667_6),
    (10, 2.302_585_092_994_046), (16_384, 9.704_060_527_839_234),
  ])
  func theLogarithmIsThatOfMathematics(value: Double, expected: Double) {
    #expect(abs(HyperLogLog.naturalLogarithm(value) - expected) < 1e-14)
  }
}
