/// A 64-bit checksum for many bytes; against damage, not against forgery.
///
/// Eight lanes take a word each in turn, so that a multiplication does not wait for the one before
/// it. Every step can be undone, so a change within one aligned word of eight bytes always shows;
/// any other change stays unseen with a chance of 2⁻⁶⁴.
enum Checksum {
  // Odd numbers with bits all over (the fractions of the golden ratio and e).
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xB7E1_5162_8AED_2A6B
  private static let stripe = 64

  /// The checksum of `bytes`.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let whole = bytes.count & ~(stripe - 1)
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    if let start = bytes.baseAddress, whole > 0 {
      state = unsafe ofStripes(start, whole, seed: state)
    }
    var at = whole
    while at + 8 <= bytes.count {
      state = step(state, unsafe word(bytes, at))
      at += 8
    }
    var last: UInt64 = 0
    for index in at..<bytes.count {
      last |= unsafe UInt64(bytes[index]) << UInt64(8 * (index - at))
    }
    return finished(step(state, last))
  }

  /// The checksum of an array.
  static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe of($0, seed: seed) }
  }

  /// Sixteen hexadecimal digits.
  static func text(_ checksum: UInt64) -> String {
    let digits = String(checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Lanes in local variables stay in registers; an array of them would not.
  private static func ofStripes(
    _ start: UnsafeRawPointer, _ count: Int, seed: UInt64
  ) -> UInt64 {
    var (a, b, c, d) = (seed, seed ^ factor, seed ^ second, ~seed)
    var (e, f, g, h) = (seed &+ factor, seed &+ second, seed &- factor, seed &- second)
    var at = unsafe start
    let end = unsafe start + count
    while unsafe at < end {
      a = unsafe step(a, word(at))
      b = unsafe step(b, word(at + 8))
      c = unsafe step(c, word(at + 16))
      d = unsafe step(d, word(at + 24))
      e = unsafe step(e, word(at + 32))
      f = unsafe step(f, word(at + 40))
      g = unsafe step(g, word(at + 48))
      h = unsafe step(h, word(at + 56))
      unsafe at += stripe
    }
    var state = finished(a)
    for lane in [b, c, d, e, f, g, h] { state = step(state, finished(lane)) }
    return state
  }

  @inline(__always)
  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = state ^ word
    return ((mixed << 29) | (mixed >> 35)) &* factor
  }

  /// Brings every bit of the input to every bit of the result.
  private static func finished(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 32)) &* second
    mixed = (mixed ^ (mixed >> 29)) &* factor
    return mixed ^ (mixed >> 32)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
}
