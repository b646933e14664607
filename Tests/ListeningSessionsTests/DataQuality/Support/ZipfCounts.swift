import ListeningSessionsTestSupport

@testable import ListeningSessions

/// Values of which few are frequent and most are rare, with their true counts.
struct ZipfCounts {
  /// Values that are kept, far fewer than there are.
  static let capacity = 16_384

  private var generator: SeededGenerator
  private var values: [UInt64] = []
  private var counts: [UInt64: Int] = [:]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Draws values; the next position is that of the value in all that were drawn.
  mutating func observe(_ number: Int) -> FrequentValues {
    var frequent = FrequentValues(capacity: ZipfCounts.capacity)
    for _ in 0..<number {
      // Every number of bits is as likely as every other, so a value's share falls as 1 / value.
      let bits = Int.random(in: 0...30, using: &generator)
      let value = UInt64.random(in: 0..<(1 << bits), using: &generator)
      frequent.observe(hash: value, count: 1, position: values.count)
      values.append(value)
      counts[value, default: 0] += 1
    }
    return frequent
  }

  func value(at position: Int) -> UInt64 { values[position] }

  func count(ofValueAt position: Int) -> Int { counts[values[position], default: 0] }

  /// Values that stand more often than this.
  func countsAbove(_ limit: Int) -> Set<UInt64> {
    Set(counts.filter { $0.value > limit }.keys)
  }
}
