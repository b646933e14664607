/// An estimate of the number of distinct values in 16 KiB, whatever their number.
///
/// Each value is given as a 64-bit hash: 14 bits choose a register, which keeps the longest run of
/// zeros that the other bits began with. Two sketches merge by the greater of each register, so the
/// estimate does not depend on how a history was cut.
///
/// The standard error is 1.04 / √16384 = 0.81 %; 99.7 % of estimates are within 2.5 % of the truth.
/// Source: Flajolet et al. 2007, with linear counting for small numbers.
public struct HyperLogLog: Hashable, MergeableState {
  public static let registerCount = 1 << 14
  /// One standard deviation, relative.
  public static let standardError = 1.04 / 128

  @usableFromInline var registers = [UInt8](repeating: 0, count: 1 << 14)

  public init() {}

  /// Takes in a value by its hash.
  @inlinable
  @inline(__always)
  public mutating func insert(hash: UInt64) {
    if isNews(hash: hash) { registers[HyperLogLog.register(of: hash)] = HyperLogLog.run(of: hash) }
  }

  /// Whether a value changes the sketch.
  @inlinable
  @inline(__always)
  public func isNews(hash: UInt64) -> Bool {
    HyperLogLog.run(of: hash) > registers[HyperLogLog.register(of: hash)]
  }

  @inlinable
  static func register(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 50) }

  @inlinable
  static func run(of hash: UInt64) -> UInt8 {
    // The lowest bit set keeps the run within the 50 bits that are left.
    UInt8(truncatingIfNeeded: (hash << 14 | 1 << 13).leadingZeroBitCount + 1)
  }

  /// The shortest run of all registers: a value with no longer one changes nothing.
  public var shortestRun: Int { Int(registers.reduce(.max, min)) }

  /// Whether a value can change a sketch whose shortest run is `shortest`.
  ///
  /// Few can once many values were taken in, and this asks no register.
  @inlinable
  public static func isNews(hash: UInt64, afterRuns shortest: Int) -> Bool {
    run(of: hash) > shortest
  }

  public mutating func merge(_ other: HyperLogLog) {
    for index in registers.indices {
      registers[index] = max(registers[index], other.registers[index])
    }
  }

  /// The estimate.
  public var count: Int {
    let size = Double(HyperLogLog.registerCount)
    let sum = registers.reduce(0.0) { $0 + 1 / Double(UInt64(1) << UInt64($1)) }
    let raw = 0.7213 / (1 + 1.079 / size) * size * size / sum
    let empty = registers.count { $0 == 0 }
    guard raw <= 2.5 * size, empty > 0 else { return Int(raw.rounded()) }
    return Int((size * HyperLogLog.naturalLogarithm(size / Double(empty))).rounded())
  }

  /// ln x for x >= 1, by the series of artanh; the domain imports no mathematics.
  static func naturalLogarithm(_ value: Double) -> Double {
    let exponent = value.exponent
    let fraction = (value.significand - 1) / (value.significand + 1)
    var term = fraction
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 41, by: 2) {
      sum += term / divisor
      term *= fraction * fraction
    }
    return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
  }
}
