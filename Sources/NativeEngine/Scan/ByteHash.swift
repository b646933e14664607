/// A quick hash of short text; never taken for the text itself.
enum ByteHash {
  // Odd numbers with bits all over (the fractions of the golden ratio, e and pi).
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xB7E1_5162_8AED_2A6B
  private static let third: UInt64 = 0x243F_6A88_85A3_08D3

  /// Bytes after the text that must be readable; they are masked away.
  static let overread = 32

  /// Continues `seed` with `count` bytes.
  ///
  /// Up to 32 bytes, which is nearly every name, go without a loop: a loop over lengths that differ
  /// from row to row costs more in mispredicted branches than the work.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var at = 0
    while count - at > 32 {
      state = unsafe mix(state ^ word(bytes + at), second ^ word(bytes + at + 8))
      state = unsafe mix(state ^ word(bytes + at + 16), third ^ word(bytes + at + 24))
      at += 32
    }
    let rest = count - at
    let front = unsafe mix(
      state ^ masked(bytes + at, rest), second ^ masked(bytes + at + 8, rest - 8))
    if rest <= 16 { return mix(front ^ second, factor) }
    let back = unsafe mix(
      factor ^ masked(bytes + at + 16, rest - 16), third ^ masked(bytes + at + 24, rest - 24))
    return mix(front ^ second, back ^ factor)
  }

  /// The hash of a number.
  @inline(__always)
  static func hash(seconds: UInt32) -> UInt64 {
    mix(factor ^ UInt64(seconds), second)
  }

  /// Whether two runs of `count` bytes are the same; reads up to seven bytes beyond them.
  @inline(__always)
  static func equal(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var at = 0
    while count - at >= 8 {
      if unsafe word(left + at) != word(right + at) { return false }
      at += 8
    }
    return unsafe masked(left + at, count - at) == masked(right + at, count - at)
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The first `count` bytes of the eight at `bytes`, the others zero; any count.
  @inline(__always)
  private static func masked(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let kept = UInt64(truncatingIfNeeded: min(max(count, 0), 8)) * 8
    return unsafe word(bytes) & ~(~0 << kept)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }
}
