import ListeningSessions

// What a setting's value can be. Numbers are read strictly: Swift alone would take "0x1p3" and
// "nan".

extension Entry {
  func severity() throws -> Severity {
    let names = Severity.allCases.map(\.rawValue)
    let text = try text("one of \(names.joined(separator: ", "))")
    guard let severity = Severity(rawValue: text) else {
      throw place.unknown(text, "severity", among: names)
    }
    return severity
  }

  /// A number of failed units, a share of them, or nil for `never`.
  func threshold() throws -> Threshold? {
    let expected = "a count such as 1000, a percentage such as 20 %, or never"
    let text = try text(expected)
    if text == "never" { return nil }
    if text.hasSuffix("%") { return .percent(try percent()) }
    guard let count = Int(text), Entry.isNumber(text) else { throw wrong("'\(text)'", expected) }
    guard count >= 0 else { throw wrong("\(text)", "a count of 0 or more") }
    return .count(count)
  }

  /// A share from 0 to 100, with or without its sign.
  func percent() throws -> Double {
    let expected = "a number from 0 to 100"
    let text = try text(expected)
    let digits = text.hasSuffix("%") ? text.dropLast().trimmingSpaces : text[...]
    guard Entry.isNumber(digits), let percent = Double(digits) else {
      throw wrong("'\(text)'", expected)
    }
    guard percent >= 0, percent <= 100 else { throw wrong(text, expected) }
    return percent
  }

  /// A whole number that is not below `least`.
  func count(from least: Int) throws -> Int {
    let expected = "a whole number of \(least) or more"
    let text = try text(expected)
    guard Entry.isNumber(text), let count = Int(text) else { throw wrong("'\(text)'", expected) }
    guard count >= least else { throw wrong(text, expected) }
    return count
  }

  /// Seconds of a length of time in the form of a session gap.
  func seconds() throws -> Int {
    let expected = "a length of time such as 90s, 20m or 24h"
    let text = try text(expected)
    guard let length = SessionGap(text) else { throw wrong("'\(text)'", expected) }
    return length.seconds
  }

  func instant() throws -> Instant {
    let expected = "a time such as 2002-01-01T00:00:00Z, from 1970 to 2105"
    let text = try text(expected)
    let utf8 = Array(text.utf8)
    guard let instant = TimestampFormat.instant(of: utf8.span) else {
      throw wrong("'\(text)'", expected)
    }
    return instant
  }

  func flag() throws -> Bool {
    let text = try text("true or false")
    guard let flag = Bool(text) else { throw wrong("'\(text)'", "true or false") }
    return flag
  }

  func userIDPattern() throws -> UserIDPattern {
    UserIDPattern(try text("a form such as user_######"))
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }
}

extension Substring {
  /// The text without the spaces at its end.
  fileprivate var trimmingSpaces: Substring {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
