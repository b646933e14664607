import ListeningSessions

/// A day found by counting on from 1 January, by the lengths of the months and nothing else.
struct WalkedDay {
  private(set) var year: Int
  private(set) var month = 1
  private(set) var day = 1

  init(year: Int) {
    self.year = year
  }

  var date: CivilDate? { CivilDate(year: year, month: month, day: day) }

  /// Goes on to the next day.
  mutating func advance() {
    day += 1
    guard day > monthLengths[month - 1] else { return }
    (month, day) = (month + 1, 1)
    guard month > 12 else { return }
    (year, month) = (year + 1, 1)
  }

  private var monthLengths: [Int] {
    let isCentury = year.isMultiple(of: 100)
    let isLeap = isCentury ? year.isMultiple(of: 400) : year.isMultiple(of: 4)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}
