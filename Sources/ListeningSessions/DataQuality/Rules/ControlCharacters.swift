/// The control characters of Unicode (Cc): U+0000 to U+001F and U+007F to U+009F.
public enum ControlCharacters {
  /// Whether one stands in valid UTF-8.
  public static func occur(in text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == 0x7F { return true }
      if byte == 0xC2, text[index + 1] < 0xA0 { return true }  // U+0080 to U+009F
    }
    return false
  }
}
