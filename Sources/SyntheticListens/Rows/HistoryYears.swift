/// The years that histories cover: 2005-02-14T00:00:00Z up to 2009-06-19T23:59:59Z.
enum HistoryYears {
  /// In Unix seconds.
  static let start = 1_108_339_200
  /// In seconds: 1587 days.
  static let length = 137_116_800

  /// Writes the time `second` seconds after the start, such as `2006-02-12T17:49:31Z`.
  static func append(_ second: UInt32, to text: inout RowText) {
    let time = start + Int(second)
    let (year, month, day) = date(daysSinceEpoch: time / 86_400)
    let secondOfDay = time % 86_400
    let hyphen: UInt64 = 0x2D
    let colon: UInt64 = 0x3A
    text.append(
      digits(year / 100) | digits(year % 100) << 16 | hyphen << 32 | digits(month) << 40
        | hyphen << 56, count: 8)
    text.append(
      digits(day) | 0x54 << 16 | digits(secondOfDay / 3600) << 24 | colon << 40
        | digits(secondOfDay / 60 % 60) << 48, count: 8)
    text.append(colon | digits(secondOfDay % 60) << 8 | 0x5A << 24, count: 4)
  }

  /// The two decimal digits of `value`, packed.
  private static func digits(_ value: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: 0x3030 + value / 10 + ((value % 10) << 8))
  }

  /// The Gregorian date of a day, by counting from 1 March of year 0 in eras of 400 years.
  private static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
