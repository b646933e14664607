/// Logarithms without floating point, so that they are the same everywhere.
enum BinaryLogarithm {
  /// The binary digits after the point of the results.
  static let fractionBits = 16

  /// The logarithm of `value` to the base 2, times 65,536, rounded down; `value` is positive.
  ///
  /// Squaring a number between 1 and 2 doubles its logarithm, and so pushes out the next digit.
  static func of(_ value: Int) -> Int {
    let whole = Int.bitWidth - 1 - value.leadingZeroBitCount
    var result = whole << fractionBits
    // Between 1 and 2 with 31 digits after the point: a square fits in 64 bits.
    var mantissa = (UInt64(value) << UInt64(63 - whole)) >> 32
    for digit in (0..<fractionBits).reversed() {
      mantissa = (mantissa * mantissa) >> 31
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        result |= 1 << digit
      }
    }
    return result
  }
}
