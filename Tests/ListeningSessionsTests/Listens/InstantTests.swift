import ListeningSessions
import Testing

struct InstantTests {
  @Test(arguments: [
    (UInt32(0), "1970-01-01T00:00:00Z"), (1_139_766_571, "2006-02-12T17:49:31Z"),
    (951_868_799, "2000-02-29T23:59:59Z"), (4_291_747_199, "2105-12-31T23:59:59Z"),
  ])
  func isWrittenInUTC(seconds: UInt32, text: String) {
    #expect(Instant(secondsSinceEpoch: seconds).description == text)
  }

  @Test func theAcceptedRangeEndsWithItsLastYear() {
    #expect(Instant.latest.description == "2105-12-31T23:59:59Z")
    #expect(Instant(checking: 4_291_747_199) == .latest)
    #expect(Instant(checking: 4_291_747_200) == nil)
    #expect(Instant(checking: 0)?.secondsSinceEpoch == 0)
    #expect(Instant(checking: -1) == nil)
  }

  @Test func ordersByTimeAndTellsTheDistance() {
    let earlier = Instant(secondsSinceEpoch: 10)
    let later = Instant(secondsSinceEpoch: 70)
    #expect(earlier < later)
    #expect(!(later < earlier) && !(later < later))
    #expect(later.seconds(since: earlier) == 60)
    #expect(earlier.seconds(since: later) == -60)
  }
}
