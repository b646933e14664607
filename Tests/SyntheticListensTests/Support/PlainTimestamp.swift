/// Timestamps by the rules of the contract, as plainly as can be.
enum PlainTimestamp {
  /// The instant in Unix seconds; nil when the text is no timestamp, or out of range.
  static func unixSeconds(_ text: [UInt8]) -> Int? {
    guard text.count >= 20, let date = date(text), let time = timeOfDay(text) else { return nil }
    var rest = text.dropFirst(19)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      if digits.isEmpty { return nil }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = offset(Array(rest)) else { return nil }
    let seconds = date * 86_400 + time - offset
    return (0...4_291_747_199).contains(seconds) ? seconds : nil
  }

  /// Days since 1970-01-01, counted year by year and month by month.
  private static func date(_ text: [UInt8]) -> Int? {
    guard let year = number(text, 0, 4), let month = number(text, 5, 7),
      let day = number(text, 8, 10), text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      (1969...2106).contains(year), (1...12).contains(month)
    else { return nil }
    let isLeap = { (year: Int) in year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let years = (1969..<year).reduce(-365) { $0 + (isLeap($1) ? 366 : 365) }
    return years + lengths.prefix(month - 1).reduce(0, +) + day - 1
  }

  private static func timeOfDay(_ text: [UInt8]) -> Int? {
    guard [0x54, 0x74, 0x20].contains(text[10]), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), let hour = number(text, 11, 13), hour <= 23,
      let minute = number(text, 14, 16), minute <= 59,
      let second = number(text, 17, 19), second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func offset(_ text: [UInt8]) -> Int? {
    if text == [0x5A] || text == [0x7A] { return 0 }
    guard text.count == 6, text[0] == 0x2B || text[0] == 0x2D, text[3] == UInt8(ascii: ":"),
      let hours = number(text, 1, 3), hours <= 23, let minutes = number(text, 4, 6), minutes <= 59
    else { return nil }
    return (text[0] == 0x2B ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  private static func number(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    text[start..<end].reduce(0) { value, byte in
      guard let value, (0x30...0x39).contains(byte) else { return nil }
      return value * 10 + Int(byte) - 0x30
    }
  }
}
