/// The rule for text that says nothing: empty, or only white space and control characters.
public enum Blank {
  /// Whether every character of valid UTF-8 is Unicode White_Space or a control character (Cc).
  ///
  /// U+200B ZERO WIDTH SPACE is neither, so it is not blank. The few characters are compared as
  /// the bytes that spell them; a test holds them against the Unicode properties of all scalars.
  public static func isBlank(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let length = blankLength(of: text, at: index)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// Whether the first byte alone shows that valid UTF-8 is not blank.
  ///
  /// The characters that begin with E1 to E3, and those before U+00C0, are some blank and some not.
  @inlinable
  public static func beginsText(_ byte: UInt8) -> Bool {
    byte &- 0x21 < 0x5E || byte &- 0xC3 < 0x1E || byte > 0xE3
  }

  /// Bytes of the blank character at `index`, or 0 when another stands there.
  private static func blankLength(of text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    if lead <= 0x20 || lead == 0x7F { return 1 }
    if lead == 0xC2 { return text[index + 1] <= 0xA0 ? 2 : 0 }  // U+0080 to U+00A0
    guard lead >= 0xE1, lead <= 0xE3 else { return 0 }
    switch (lead, text[index + 1], text[index + 2]) {
    case (0xE1, 0x9A, 0x80),  // U+1680
      (0xE2, 0x80, 0x80...0x8A),  // U+2000 to U+200A
      (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),  // U+2028, U+2029, U+202F
      (0xE2, 0x81, 0x9F),  // U+205F
      (0xE3, 0x80, 0x80):  // U+3000
      return 3
    default: return 0
    }
  }
}
