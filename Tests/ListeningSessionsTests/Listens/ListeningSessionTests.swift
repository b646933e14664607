import ListeningSessions
import Testing

struct ListeningSessionTests {
  @Test func durationIsFromTheFirstStartToTheLast() {
    let session = ListeningSession(
      userID: "u", startedAt: Instant(secondsSinceEpoch: 100),
      endedAt: Instant(secondsSinceEpoch: 1300), trackCount: 7)
    #expect(session.durationSeconds == 1200)
  }

  @Test func aSingleListenLastsNoTime() {
    let instant = Instant(secondsSinceEpoch: 100)
    let session = ListeningSession(
      userID: "u", startedAt: instant, endedAt: instant, trackCount: 1)
    #expect(session.durationSeconds == 0)
  }
}
