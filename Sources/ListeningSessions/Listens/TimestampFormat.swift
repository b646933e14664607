/// The timestamps that the contract accepts: RFC 3339 with its freedoms.
///
/// `yyyy-MM-dd`, then `T`, `t` or a space, `HH:mm:ss`, an optional `.fraction` (ignored), then `Z`,
/// `z` or `±HH:mm`. A second of 60 is a leap second and means the next second.
public enum TimestampFormat {
  /// The instant that `text` names, or nil when it is not one the contract accepts.
  public static func instant(of text: Span<UInt8>) -> Instant? {
    guard text.count >= 20, let date = date(of: text), let time = secondOfDay(of: text) else {
      return nil
    }
    guard let zone = skippingFraction(of: text), let offset = offset(of: text, at: zone) else {
      return nil
    }
    return Instant(checking: date.daysSinceEpoch * 86_400 + time - offset)
  }

  private static func date(of text: Span<UInt8>) -> CivilDate? {
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = twoDigits(of: text, at: 0), let yearOfCentury = twoDigits(of: text, at: 2),
      let month = twoDigits(of: text, at: 5), let day = twoDigits(of: text, at: 8)
    else { return nil }
    return CivilDate(year: century * 100 + yearOfCentury, month: month, day: day)
  }

  private static func secondOfDay(of text: Span<UInt8>) -> Int? {
    let isSeparated =
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: "t") || text[10] == 0x20
    guard isSeparated, text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let hour = twoDigits(of: text, at: 11), hour <= 23,
      let minute = twoDigits(of: text, at: 14), minute <= 59,
      let second = twoDigits(of: text, at: 17), second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Where the zone starts: after the seconds and, if there is one, the fraction.
  private static func skippingFraction(of text: Span<UInt8>) -> Int? {
    guard text[19] == UInt8(ascii: ".") else { return 19 }
    var index = 20
    while index < text.count, isDigit(text[index]) { index += 1 }
    return index > 20 ? index : nil
  }

  /// Seconds that the zone written at `start` is ahead of UTC.
  private static func offset(of text: Span<UInt8>, at start: Int) -> Int? {
    let length = text.count - start
    if length == 1, text[start] | 0x20 == UInt8(ascii: "z") { return 0 }
    guard length == 6, text[start + 3] == UInt8(ascii: ":"),
      let hours = twoDigits(of: text, at: start + 1), hours <= 23,
      let minutes = twoDigits(of: text, at: start + 4), minutes <= 59
    else { return nil }
    switch text[start] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  private static func twoDigits(of text: Span<UInt8>, at index: Int) -> Int? {
    guard isDigit(text[index]), isDigit(text[index + 1]) else { return nil }
    return Int(text[index] - 0x30) * 10 + Int(text[index + 1] - 0x30)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }
}
