import ListeningSessions
import Testing

@testable import Reporting

struct SessionTracksTableTests {
  /// As long as parts of it are, and a little more or less, and in sessions of which many make a part.
  @Test(arguments: [
    [1], [SessionTracksTable.mostLines], [SessionTracksTable.mostLines + 1],
    [SessionTracksTable.mostLines - 1, 1, 1],
    [3 * SessionTracksTable.mostLines, 5, 9000],
    Array(repeating: 700, count: 30),
  ])
  func partsTogetherAreTheLinesOfAllSessions(counts: [Int]) throws {
    let tracks = Self.tracks(counts)
    let parts = try SessionTracksTable.pieces(of: tracks).map {
      try SessionTracksTable(tracks, $0).bytes
    }
    let lines = counts.enumerated().flatMap { index, count in
      (0..<count).map { position in
        let instant = Instant(secondsSinceEpoch: UInt32(position))
        return "\(index + 1)\t\(position + 1)\t\(instant)\ta\tt\n"
      }
    }
    #expect(String(decoding: parts.joined(), as: UTF8.self) == Self.header + lines.joined())
    for part in parts {
      #expect(part.count { $0 == 0x0A } <= SessionTracksTable.mostLines + 1)
    }
  }

  @Test func withoutSessionsThereIsOnePartWithTheHeader() throws {
    let tracks = Self.tracks([])
    let parts = SessionTracksTable.pieces(of: tracks)
    #expect(parts == [0..<0])
    #expect(try SessionTracksTable(tracks, parts[0]).bytes == Array(Self.header.utf8))
  }

  private static let header = "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n"

  /// The tracks of sessions with so many listens of one song.
  private static func tracks(_ counts: [Int]) -> any RankedTracks {
    var names = NameEncoder()
    let sessions = counts.map { count in
      let items = (0..<count).map { second in
        names.encode(
          Listen(
            userID: "u", listenedAt: Instant(secondsSinceEpoch: UInt32(second)),
            song: Song(artistName: "a", trackName: "t")))
      }
      return SessionListens(
        session: ListeningSession(
          userID: "u", startedAt: Instant(secondsSinceEpoch: 0),
          endedAt: Instant(secondsSinceEpoch: UInt32(count - 1)), trackCount: count),
        items: items)
    }
    return Ranking(of: sessions, names: names.table, topSongs: 1).tracks
  }
}
