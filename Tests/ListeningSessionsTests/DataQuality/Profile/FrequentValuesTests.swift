import ListeningSessionsTestSupport
import Testing

@testable import ListeningSessions

struct FrequentValuesTests {
  private static let capacity = ZipfCounts.capacity

  @Test func isExactWhileNotFull() {
    var values = FrequentValues(capacity: Self.capacity)
    for value in 0..<Self.capacity {
      values.observe(hash: UInt64(value), count: value + 1, position: value)
    }
    #expect(values.undercount == 0)
    let expected = (Self.capacity - 99...Self.capacity).reversed().map {
      FrequentValues.Entry(count: $0, position: $0 - 1)
    }
    #expect(values.top(100) == expected)
  }

  @Test func equalCountsStandByTheirFirstPosition() {
    var values = FrequentValues()
    let hashes: [UInt64] = [5, 3, 5, 9, 3, 7, 7, 7]
    for (position, hash) in hashes.enumerated() {
      values.observe(hash: hash, count: 1, position: position)
    }
    #expect(values.top(3).map(\.position) == [5, 0, 1])
    #expect(values.top(3).map(\.count) == [3, 2, 2])
    #expect(values.top(0).isEmpty && FrequentValues().top(3).isEmpty)
  }

  @Test func oneMoreThanItHoldsDropsTheRare() {
    var values = FrequentValues(capacity: Self.capacity)
    for value in 0...Self.capacity {
      values.observe(hash: UInt64(value), count: value == 7 ? 5 : 1, position: value)
    }
    #expect(values.undercount == 1)
    #expect(values.top(10) == [FrequentValues.Entry(count: 4, position: 7)])
  }

  @Test(arguments: UInt64(0)..<3)
  func countsAreNeverTooHighAndAtMostTheUndercountTooLow(seed: UInt64) {
    var whole = ZipfCounts(seed: seed)
    let values = whole.observe(200_000)
    #expect(values.undercount > 0, "the table must have been full")
    expectBound(of: values, against: whole, seed: seed)
  }

  @Test(arguments: UInt64(0)..<3)
  func theBoundHoldsForMergedParts(seed: UInt64) {
    var whole = ZipfCounts(seed: seed)
    var merged = FrequentValues(capacity: Self.capacity)
    for _ in 0..<4 { merged.merge(whole.observe(50_000)) }
    #expect(merged.undercount > 0, "the table must have been full")
    expectBound(of: merged, against: whole, seed: seed)
  }

  @Test func aMergeAddsCountsAndKeepsTheFirstPosition() {
    var left = FrequentValues()
    left.observe(hash: 1, count: 2, position: 50)
    var right = FrequentValues()
    right.observe(hash: 1, count: 3, position: 10)
    right.observe(hash: 2, count: 1, position: 20)
    left.merge(right)
    #expect(left.top(2).map(\.count) == [5, 1] && left.top(2).map(\.position) == [10, 20])
    #expect(left.undercount == 0)
  }

  @Test(arguments: UInt64(0)..<3)
  func whatIsKeptDependsNotOnTheOrderWhileNotFull(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let hashes = (0..<5_000).map { _ in UInt64.random(in: 0..<1_000, using: &generator) }
    var (whole, left, right) = (FrequentValues(), FrequentValues(), FrequentValues())
    for (position, hash) in hashes.enumerated() {
      whole.observe(hash: hash, count: 1, position: position)
    }
    for position in hashes.indices.shuffled(using: &generator) {
      if Bool.random(using: &generator) {
        left.observe(hash: hashes[position], count: 1, position: position)
      } else {
        right.observe(hash: hashes[position], count: 1, position: position)
      }
    }
    left.merge(right)
    #expect(left == whole && left.top(1_000) == whole.top(1_000), "seed \(seed)")
    #expect(left.undercount == 0)
  }

  private func expectBound(of values: FrequentValues, against zipf: ZipfCounts, seed: UInt64) {
    let top = values.top(50)
    #expect(top.count == 50)
    for entry in top {
      let count = zipf.count(ofValueAt: entry.position)
      #expect(entry.count <= count, "seed \(seed)")
      #expect(entry.count >= count - values.undercount, "seed \(seed)")
    }
    let missing = zipf.countsAbove(values.undercount + (top.last?.count ?? 0))
    #expect(missing.isSubset(of: top.map { zipf.value(at: $0.position) }), "seed \(seed)")
  }
}
