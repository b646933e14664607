import ListeningSessions

/// Reads the one form of timestamp that nearly every row has: `2009-05-04T23:08:57Z`.
///
/// Everything else, leap seconds included, is left to `TimestampFormat`.
struct ZuluTimestamp {
  static let byteCount = 20

  private var lastDate: (UInt64, UInt16) = (0, 0)
  private var lastDateSeconds = 0

  /// Seconds since the epoch of the twenty bytes at `bytes`, or nil when they have another form.
  ///
  /// Three words are read; every digit place is checked in one step each. The date of the row
  /// before is remembered, because histories mostly stay on a day for some rows.
  @inline(__always)
  mutating func seconds(at bytes: UnsafePointer<UInt8>) -> UInt32? {
    let raw = unsafe UnsafeRawPointer(bytes)
    let yearMonth = unsafe raw.loadUnaligned(as: UInt64.self)  // "2009-05-"
    let dayTime = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)  // "04T23:08"
    let rest = unsafe raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self)  // ":57Z"
    let hasForm =
      yearMonth & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000
      && dayTime & 0x0000_FF00_00FF_0000 == 0x0000_3A00_0054_0000
      && rest & 0xFF00_00FF == 0x5A00_003A
    guard hasForm,
      Self.areDigits(yearMonth, at: 0x00FF_FF00_FFFF_FFFF),
      Self.areDigits(dayTime, at: 0xFFFF_00FF_FF00_FFFF),
      Self.areDigits(UInt64(rest), at: 0x0000_0000_00FF_FF00)
    else { return nil }
    let hour = Self.pair(dayTime, at: 24)
    let minute = Self.pair(dayTime, at: 48)
    let second = Self.pair(UInt64(rest), at: 8)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    let day = UInt16(truncatingIfNeeded: dayTime)
    if lastDate != (yearMonth, day) {
      guard let seconds = Self.dateSeconds(yearMonth, dayTime) else { return nil }
      lastDate = (yearMonth, day)
      lastDateSeconds = seconds
    }
    return UInt32(truncatingIfNeeded: lastDateSeconds + hour * 3600 + minute * 60 + second)
  }

  private static func dateSeconds(_ yearMonth: UInt64, _ dayTime: UInt64) -> Int? {
    let year = pair(yearMonth, at: 0) * 100 + pair(yearMonth, at: 16)
    let date = CivilDate(year: year, month: pair(yearMonth, at: 40), day: pair(dayTime, at: 0))
    guard let date, year >= 1970, year <= 2105 else { return nil }
    return date.daysSinceEpoch * 86_400
  }

  /// Whether every byte that `places` selects is an ASCII digit.
  @inline(__always)
  private static func areDigits(_ word: UInt64, at places: UInt64) -> Bool {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0 & places
    let three: UInt64 = 0x3030_3030_3030_3030 & places
    let six: UInt64 = 0x0606_0606_0606_0606 & places
    let digits = word & places
    // A byte from 0x3A to 0x3F has the high half of a digit, until six are added.
    return digits & high == three && (digits + six) & high == three
  }

  /// The number of two digits of which the first is `shift` bits up.
  @inline(__always)
  private static func pair(_ word: UInt64, at shift: UInt64) -> Int {
    let tens = (word >> shift) & 0x0F
    let ones = (word >> (shift + 8)) & 0x0F
    return Int(truncatingIfNeeded: tens * 10 + ones)
  }
}
