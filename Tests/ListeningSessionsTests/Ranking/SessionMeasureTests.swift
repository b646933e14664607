import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SessionMeasureTests {
  private static let longButFew = session("b", 0, 9000, tracks: 3)
  private static let shortButMany = session("a", 0, 600, tracks: 9)

  @Test func theTracksMeasurePutsTheSessionOfMostTracksFirst() {
    #expect(SessionMeasure.tracks.ranks(Self.shortButMany, before: Self.longButFew))
    #expect(!SessionMeasure.tracks.ranks(Self.longButFew, before: Self.shortButMany))
  }

  @Test func theDurationMeasurePutsTheLongestTimeFirst() {
    #expect(SessionMeasure.duration.ranks(Self.longButFew, before: Self.shortButMany))
  }

  @Test func equalDurationsRankByTracks() {
    let more = Self.session("z", 100, 700, tracks: 10)
    #expect(SessionMeasure.duration.ranks(more, before: Self.shortButMany))
    #expect(!SessionMeasure.duration.ranks(Self.shortButMany, before: more))
  }

  @Test func theTracksMeasureIgnoresDuration() {
    let earlierUser = Self.session("a", 0, 10, tracks: 3)
    #expect(SessionMeasure.tracks.ranks(earlierUser, before: Self.longButFew))
  }

  @Test(arguments: SessionMeasure.allCases)
  func tiesRankByUserThenStart(measure: SessionMeasure) {
    let ascending = [
      Self.session("U", 500, 900, tracks: 4), Self.session("u", 100, 500, tracks: 4),
      Self.session("u", 2000, 2400, tracks: 4), Self.session("v", 0, 400, tracks: 4),
    ]
    #expect(ascending.reversed().sorted { measure.ranks($0, before: $1) } == ascending)
  }

  @Test(arguments: SessionMeasure.allCases)
  func theOrderIsTotal(measure: SessionMeasure) {
    var generator = SeededGenerator(seed: 3)
    let sessions = (0..<40).map { _ in
      let start = UInt32.random(in: 0...3, using: &generator)
      return Self.session(
        Text(generator.pick(["a", "b"])), start,
        start + UInt32.random(in: 0...2, using: &generator),
        tracks: Int.random(in: 1...2, using: &generator))
    }
    for left in sessions {
      #expect(!measure.ranks(left, before: left))
      for right in sessions where (left.userID, left.startedAt) != (right.userID, right.startedAt) {
        #expect(measure.ranks(left, before: right) != measure.ranks(right, before: left))
      }
    }
  }

  @Test func namesAreThoseOfTheCommandLine() {
    #expect(SessionMeasure.allCases.map(\.rawValue) == ["tracks", "duration"])
  }

  private static func session(
    _ user: Text, _ start: UInt32, _ end: UInt32, tracks: Int
  ) -> ListeningSession {
    ListeningSession(
      userID: user, startedAt: Instant(secondsSinceEpoch: start),
      endedAt: Instant(secondsSinceEpoch: end), trackCount: tracks)
  }
}
