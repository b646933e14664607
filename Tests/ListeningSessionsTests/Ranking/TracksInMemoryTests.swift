import ListeningSessionsTestSupport
import Testing

@testable import ListeningSessions

struct TracksInMemoryTests {
  @Test(arguments: [
    [], [1], [TracksInMemory.mostInPart], [TracksInMemory.mostInPart + 1, 1],
    [2 * TracksInMemory.mostInPart, 3], [5, TracksInMemory.mostInPart - 5, 1],
  ])
  func partsAreFullButForTheLast(counts: [Int]) throws {
    var listens = RankedListens()
    for count in counts { listens.add("u", tracks: Array(repeating: "t", count: count)) }
    let ranking = Ranking(of: listens.sessions, names: listens.names.table, topSongs: 1)
    let parts = ranking.tracks.partCounts
    #expect(parts.reduce(0, +) == counts.reduce(0, +))
    #expect(parts.dropLast().allSatisfy { $0 == TracksInMemory.mostInPart })
    #expect(parts.allSatisfy { $0 > 0 })
    #expect(try NamedTrack.bySession(of: ranking).map(\.count) == counts)
  }

  @Test func aTracksNamesAreThoseOfItsSong() {
    let track = RankedTrack(
      session: 0, position: 0, listenedAt: Instant(secondsSinceEpoch: 1),
      names: [0x78, 0x61, 0x09, 0x62, 0x63][1...])
    #expect(track.song == Song(artistName: "a", trackName: "bc"))
    #expect(Array(track.names) == track.song.utf8)
  }
}
