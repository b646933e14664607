import SyntheticListens

/// A history in memory, whole.
struct WrittenHistory {
  let bytes: [UInt8]
  let truth: InjectedFaults

  init(_ shape: HistoryShape) throws {
    var bytes: [UInt8] = []
    truth = try SyntheticHistory(shape).write { bytes += $0 }
    self.bytes = bytes
  }

  /// The lines without their line feeds.
  var lines: [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
  }

  /// A checksum that anybody can compute again: FNV-1a of 64 bits.
  var checksum: UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The lines in the order of their bytes: equal for the same lines in any order.
  var sortedLines: [[UInt8]] {
    lines.map(Array.init).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
