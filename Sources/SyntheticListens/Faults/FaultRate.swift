/// How often rows are faulty, as whole numbers out of 2^32.
struct FaultRate {
  private let faulty: UInt64
  private let blank: UInt64

  /// - Parameter rate: 0 to 1.
  init(_ rate: Double) {
    // Exact: multiplying by a power of two rounds nothing but what is cut off.
    faulty = UInt64(rate * 4_294_967_296)
    // As many blank lines as faults of each kind.
    blank = faulty / UInt64(RowKind.rejects.count + 1)
  }

  var isNone: Bool { faulty == 0 }

  /// Decides whether a row is faulty.
  func strikes(_ random: inout SplitMix64) -> Bool { random.next() >> 32 < faulty }

  /// Decides whether there is a blank line before a row.
  func blankPrecedes(_ random: inout SplitMix64) -> Bool { random.next() >> 32 < blank }
}
