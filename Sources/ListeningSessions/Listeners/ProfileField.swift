/// How the fields of a profile become values; a blank field is `ProfileValue.blank` in all of them.
enum ProfileField {
  private static let lastAges = [17, 24, 34, 44, 54, 64]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { Array($0.utf8) }

  /// Whether a field that is valid UTF-8 says nothing.
  static func isBlank(_ field: Text) -> Bool {
    let utf8 = field.utf8
    return Blank.isBlank(utf8.span)
  }

  /// The field as it is written.
  static func asWritten(_ field: Text) -> ProfileValue {
    isBlank(field) ? .blank : .known(field)
  }

  /// The band of an age from 1 to 120: `1-17`, `18-24`, then tens up to `55-64`, and `65+`.
  static func ageBand(of field: Text) -> ProfileValue {
    if isBlank(field) { return .blank }
    guard let age = number(ArraySlice(field.utf8), digits: 1...3), (1...120).contains(age) else {
      return .invalid
    }
    var first = 1
    for last in lastAges {
      if age <= last { return .known(Text("\(first)-\(last)")) }
      first = last + 1
    }
    return .known(Text("\(first)+"))
  }

  /// The year of a date such as `Aug 13, 2006`, from 1970 to 2105.
  static func signUpYear(of field: Text) -> ProfileValue {
    if isBlank(field) { return .blank }
    let parts = field.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].last == 0x2C,
      let month = months.firstIndex(of: Array(parts[0])),
      let day = number(parts[1].dropLast(), digits: 1...2),
      let year = number(parts[2], digits: 4...4), (1970...2105).contains(year),
      CivilDate(year: year, month: month + 1, day: day) != nil
    else { return .invalid }
    return .known(Text("\(year)"))
  }

  /// The number that so many ASCII digits spell; nil for anything else.
  private static func number(_ text: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let isNumber = digits.contains(text.count) && text.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? text.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}
