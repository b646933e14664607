import CByteScan

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
  /// Up to 32 bytes, which is nearly every name, go without a branch: lengths differ from row to row,
  /// and what cannot be predicted costs more than the work.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var at = 0
    while count - at > 32 {
      state = unsafe mix(state ^ word(bytes + at), second ^ word(bytes + at + 8))
      state = unsafe mix(state ^ word(bytes + at + 16), third ^ word(bytes + at + 24))
      at += 32
    }
    let rest = unsafe bytes + at
    let left = count - at
    let front = unsafe mix(
      state ^ sidelong_masked_word(rest, left, 0), second ^ sidelong_masked_word(rest, left, 8))
    let back = unsafe mix(
      factor ^ sidelong_masked_word(rest, left, 16), third ^ sidelong_masked_word(rest, left, 24))
    return mix(front ^ second, back ^ factor)
  }

  /// The hash of text of any length, quickest for the 8 to 16 bytes of a user's id.
  @inline(__always)
  static func hash(id bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    guard 8...16 ~= count else { return unsafe hash(long: bytes, count) }
    // Two words that meet or overlap.
    let words = unsafe mix(word(bytes) ^ factor, word(bytes + count - 8) ^ second)
    return mix(words ^ UInt64(truncatingIfNeeded: count), third)
  }

  /// Bytes from which on nothing behind them is read.
  static let longCount = 64

  /// The hash of bytes that are mostly 64 to 128; nothing behind so many is read.
  ///
  /// The first and the last of them meet or overlap, so that no loop and no mask is needed.
  @inline(__always)
  static func hash(long bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    guard count >= longCount else { return unsafe hash(bytes, count, seed: third) }
    var state = unsafe line(bytes, seed: factor ^ UInt64(truncatingIfNeeded: count))
    var at = 64
    while count - at > 64 {
      state = unsafe line(bytes + at, seed: state)
      at += 64
    }
    return unsafe mix(state ^ second, line(bytes + count - 64, seed: third) ^ factor)
  }

  /// The hash of 64 bytes.
  @inline(__always)
  private static func line(_ bytes: UnsafePointer<UInt8>, seed: UInt64) -> UInt64 {
    let first = unsafe mix(seed ^ word(bytes), second ^ word(bytes + 8))
    let next = unsafe mix(third ^ word(bytes + 16), factor ^ word(bytes + 24))
    let other = unsafe mix(second ^ word(bytes + 32), third ^ word(bytes + 40))
    let last = unsafe mix(factor ^ word(bytes + 48), seed ^ word(bytes + 56))
    return mix(first ^ next, other ^ last)
  }

  /// The hash of 36 bytes, the length of a UUID in text; nothing behind them is read.
  @inline(__always)
  static func hash(uuid bytes: UnsafePointer<UInt8>) -> UInt64 {
    let front = unsafe mix(factor ^ word(bytes), second ^ word(bytes + 8))
    let back = unsafe mix(third ^ word(bytes + 16), factor ^ word(bytes + 24))
    return unsafe mix(front ^ second ^ word(bytes + 28), back ^ third)
  }

  /// The hash of two hashes in this order.
  @inline(__always)
  static func hash(_ left: UInt64, _ right: UInt64) -> UInt64 {
    mix(left ^ third, right ^ factor)
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
    let rest = count - at
    return unsafe sidelong_masked_word(left + at, rest, 0)
      == sidelong_masked_word(right + at, rest, 0)
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Eight bytes.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }
}
