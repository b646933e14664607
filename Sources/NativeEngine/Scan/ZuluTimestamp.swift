import CByteScan
import ListeningSessions

/// Reads the one form of timestamp that nearly every row has: `2009-05-04T23:08:57Z`.
///
/// Everything else, leap seconds included, is left to `TimestampFormat`.
struct ZuluTimestamp {
  static let byteCount = 20

  private static let years = 1970...2105

  /// A month: the second at which it begins, and how many days it has.
  private struct Month: BitwiseCopyable {
    let start: UInt32
    let dayCount: UInt8
  }

  /// All months of the years, by the rule for dates; worked out once.
  private static let allMonths: [Month] = years.flatMap { year in
    (1...12).map { month in
      let days = (28...31).last { CivilDate(year: year, month: month, day: $0) != nil } ?? 0
      let first = CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
      return Month(start: UInt32(first * 86_400), dayCount: UInt8(days))
    }
  }
  private let months = allMonths
  private var lastDate: (UInt64, UInt16) = (0, 0)
  private var lastDateSeconds = 0

  /// Seconds since the epoch of the twenty bytes at `bytes`, or nil when they have another form.
  ///
  /// The date of the row before is remembered, because histories mostly stay on a day for some rows.
  @inline(__always)
  mutating func seconds(at bytes: UnsafePointer<UInt8>) -> UInt32? {
    guard unsafe sidelong_is_zulu_timestamp(bytes) != 0 else { return nil }
    let raw = unsafe UnsafeRawPointer(bytes)
    let yearMonth = unsafe raw.loadUnaligned(as: UInt64.self)  // "2009-05-"
    let dayTime = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)  // "04T23:08"
    let rest = unsafe raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self)  // ":57Z"
    let hour = Self.pair(dayTime, at: 24)
    guard hour < 24 else { return nil }
    let day = UInt16(truncatingIfNeeded: dayTime)
    if lastDate != (yearMonth, day) {
      guard let seconds = dateSeconds(yearMonth, dayTime) else { return nil }
      lastDate = (yearMonth, day)
      lastDateSeconds = seconds
    }
    let minutes = hour &* 60 &+ Self.pair(dayTime, at: 48)
    let seconds = minutes &* 60 &+ Self.pair(UInt64(rest), at: 8)
    return UInt32(truncatingIfNeeded: lastDateSeconds &+ seconds)
  }

  private func dateSeconds(_ yearMonth: UInt64, _ dayTime: UInt64) -> Int? {
    let year = Self.pair(yearMonth, at: 0) * 100 + Self.pair(yearMonth, at: 16)
    let month = Self.pair(yearMonth, at: 40)
    let day = Self.pair(dayTime, at: 0)
    guard Self.years.contains(year), 1...12 ~= month else { return nil }
    let found = months[(year - Self.years.lowerBound) * 12 + month - 1]
    guard day >= 1, day <= found.dayCount else { return nil }
    return Int(found.start) + (day - 1) * 86_400
  }

  /// The number of two digits of which the first is `shift` bits up.
  @inline(__always)
  private static func pair(_ word: UInt64, at shift: UInt64) -> Int {
    let tens = (word >> shift) & 0x0F
    let ones = (word >> (shift + 8)) & 0x0F
    return Int(truncatingIfNeeded: tens &* 10 &+ ones)
  }
}
