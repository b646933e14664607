/// A small generator of random numbers whose sequence never changes between machines or versions
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
///
/// Integers only: the functions of the C mathematics library differ between machines.
struct SplitMix64 {
  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The sequence number `stream` of those that belong to `seed`.
  init(seed: UInt64, stream: UInt64) {
    state = SplitMix64.mixed(seed ^ SplitMix64.mixed(stream))
  }

  /// Scatters `value` over all 64 bits; a bijection.
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ increment
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    let value = SplitMix64.mixed(state)
    state &+= SplitMix64.increment
    return value
  }

  /// A number from 0 to `bound` - 1, all equally likely.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from 0 to `bound` - 1, the small ones likelier; a quarter of `bound` on average.
  mutating func skewedBelow(_ bound: Int) -> Int {
    below(below(bound) + 1)
  }
}
