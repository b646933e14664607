import ListeningSessions
import Testing

struct CivilDateTests {
  @Test func everyDayFrom1970To2105GoesThereAndBack() {
    var expected = WalkedDay(year: 1970)
    for days in 0...49_672 {
      let date = CivilDate(daysSinceEpoch: days)
      guard (date.year, date.month, date.day) == (expected.year, expected.month, expected.day),
        date.daysSinceEpoch == days, date == expected.date
      else {
        Issue.record("day \(days) is \(date), expected \(expected)")
        return
      }
      expected.advance()
    }
    #expect((expected.year, expected.month, expected.day) == (2106, 1, 1))
  }

  @Test func everyDayOfTheYearsThatTimestampsCanNameIsCounted() {
    var day = WalkedDay(year: 0)
    var days = -719_528
    while day.year <= 9999 {
      guard day.date?.daysSinceEpoch == days else {
        Issue.record("\(day) is \(String(describing: day.date?.daysSinceEpoch)), expected \(days)")
        return
      }
      day.advance()
      days += 1
    }
    #expect(days == 2_932_897)
  }

  @Test(arguments: [
    (2005, 2, 29), (1900, 2, 29), (2100, 2, 29), (2000, 2, 30), (2005, 4, 31), (2005, 6, 31),
    (2005, 9, 31), (2005, 11, 31), (2005, 1, 32), (2005, 1, 0), (2005, 0, 1), (2005, 13, 1),
    (-1, 1, 1),
  ])
  func daysThatTheCalendarLacksAreRefused(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2004, 2, 29), (2000, 2, 29), (2005, 12, 31), (0, 2, 29)])
  func realDaysAreTaken(year: Int, month: Int, day: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect((date.year, date.month, date.day) == (year, month, day))
  }
}
