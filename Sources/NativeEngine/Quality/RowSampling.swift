/// Which rows the most frequent values are counted from: all of small inputs, a share of large ones.
///
/// Counting values costs a look-up in a large table for each, which for every row of a large input
/// would cost more than the analysis. The choice depends on the row's position only, so it is the
/// same for every block size and number of threads; and so few rows are chosen that `FrequentValues`
/// holds all their values and need not drop any, which would depend on who met them when.
struct RowSampling: Sendable {
  /// Bytes of input up to which every row is counted.
  static let wholeBytes = 8 << 20

  /// One row of so many is counted, a power of two.
  let every: Int

  init(byteCount: Int) {
    var every = 1
    while byteCount / every > Self.wholeBytes { every *= 2 }
    self.every = every
  }

  @inline(__always)
  func takes(_ position: Int) -> Bool {
    // The upper bits of the product are well mixed.
    let mixed = UInt64(truncatingIfNeeded: position) &* 0x9E37_79B9_7F4A_7C15
    return (mixed >> 32) & UInt64(truncatingIfNeeded: every - 1) == 0
  }
}
