import ListeningSessions

/// The text of one instant after another; those of one day have their date in common.
struct TimeText {
  /// The twenty bytes, such as `2006-02-12T17:49:31Z`.
  private(set) var bytes: [UInt8] = []
  private var day: UInt32?

  /// Makes it the text of `instant`.
  mutating func set(_ instant: Instant) {
    let (newDay, seconds) = instant.secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
    guard newDay == day else {
      day = newDay
      bytes = instant.utf8
      return
    }
    let second = Int(seconds)
    set(second / 3600, at: 11)
    set(second / 60 % 60, at: 14)
    set(second % 60, at: 17)
  }

  private mutating func set(_ number: Int, at place: Int) {
    bytes[place] = (number / 10).lastDigit
    bytes[place + 1] = number.lastDigit
  }
}
