import ListeningSessions
import Testing

struct SessionGapTests {
  @Test(arguments: [
    ("1s", 1), ("90s", 90), ("20m", 1200), ("1h30m", 5400), ("1h", 3600), ("1h1m1s", 3661),
    ("2h5s", 7205), ("0h20m", 1200), ("007m", 420), ("100000h", 360_000_000),
    ("9223372036854775807s", Int.max),
  ])
  func readsHoursMinutesAndSeconds(text: String, seconds: Int) {
    #expect(SessionGap(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "0s", "0h0m0s", "20", "m", "h20m", "20m1h", "5s1s", "1m1m", "20 m", " 20m", "20m ", "-20m",
    "+20m", "1.5h", "20M", "20min", "1h 30m", "twenty", "\u{662}m", "20m\u{301}",
    "1h30",
  ])
  func refusesOtherForms(text: String) {
    #expect(SessionGap(text) == nil)
  }

  @Test(arguments: [
    "9223372036854775808s", "9223372036854775807m", "2562047788015215h30m8s",
    "9223372036854775807h",
  ])
  func refusesWhatDoesNotFitANumber(text: String) {
    #expect(SessionGap(text) == nil)
  }

  @Test func theStandardIsTwentyMinutes() {
    #expect(SessionGap.standard == SessionGap("20m"))
  }

  @Test func aPauseOfExactlyTheGapDoesNotSeparate() {
    let gap = SessionGap(seconds: 1200)
    let start = Instant(secondsSinceEpoch: 1000)
    #expect(!gap.separates(start, from: start))
    #expect(!gap.separates(start, from: Instant(secondsSinceEpoch: 2200)))
    #expect(gap.separates(start, from: Instant(secondsSinceEpoch: 2201)))
  }
}
