/// Which rows the most frequent values are counted from: all of small inputs, a share of large ones.
///
/// Counting values costs a look-up in a large table for each, which for every row of a large input
/// would cost more than the analysis. The choice depends on the row's position only, so it is the
/// same for every engine, block size and number of threads; and so few rows are chosen that
/// `FrequentValues` holds all their values and need not drop any, which would depend on who met them
/// when.
public struct RowSampling: Hashable, Sendable {
  /// Bytes of input up to which every row is counted.
  public static let wholeBytes = 8 << 20
  /// The product with a position below 2^31 neither overflows 63 bits nor leaves their upper half
  /// badly mixed, so that SQL can say the same.
  @inlinable public static var factor: Int { 0x4F1B_BCDD }
  @inlinable public static var positionMask: Int { 0x7FFF_FFFF }
  @inlinable public static var shift: Int { 31 }

  /// One row of so many is counted, a power of two.
  public let every: Int

  /// The share for inputs of this size.
  public init(byteCount: Int) {
    var every = 1
    while byteCount / every > Self.wholeBytes { every *= 2 }
    self.every = every
  }

  /// Whether the row that starts at this byte of all inputs, one after the other, is counted.
  @inlinable
  @inline(__always)
  public func takes(_ position: Int) -> Bool {
    ((position & Self.positionMask) &* Self.factor) >> Self.shift & (every - 1) == 0
  }
}
