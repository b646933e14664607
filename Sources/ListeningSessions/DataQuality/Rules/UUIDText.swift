/// The text form of a UUID: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.
public enum UUIDText {
  /// Whether `text` is one, in upper or lower case.
  @inlinable
  public static func isUUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in text.indices {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      if isHyphen ? text[index] != UInt8(ascii: "-") : !isHexadecimal(text[index]) { return false }
    }
    return true
  }

  @inlinable
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }
}
