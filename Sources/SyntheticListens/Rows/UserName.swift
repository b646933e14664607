/// The ids of users: `user_000001` and so on, with a seventh digit when six are not enough.
enum UserName {
  private static let prefix = PackedText("user_")

  static func append(_ user: UInt32, to text: inout RowText) {
    text.append(prefix)
    var digits: UInt64 = 0
    var rest = user
    for _ in 0..<6 {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    }
    if rest > 0 { text.append(byte: UInt8(0x30 + rest)) }
    text.append(digits, count: 6)
  }
}
