/// The 64-bit FNV-1a hash: the same on every machine and in every run, unlike `Hasher`.
///
///     FNV1a64("a").hex  // "af63dc4c8601ec8c"
///
/// It tells things apart; it does not hide them. Source: Fowler, Noll and Vo.
struct FNV1a64 {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ text: String) {
    combine(text.utf8)
  }

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value ^= UInt64(byte)
      value &*= 0x0000_0100_0000_01B3
    }
  }

  /// Takes in a field; fields of different lengths cannot run into each other.
  mutating func combine(field: String) {
    combine("\(field.utf8.count):\(field)".utf8)
  }

  /// Sixteen hexadecimal digits.
  var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
