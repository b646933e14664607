import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SongPlaysTests {
  @Test(arguments: UInt64(0)..<20)
  func countsLikeSetsDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sessions = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      (0...Int.random(in: 0...9, using: &generator)).map { _ in
        Int.random(in: 0..<6, using: &generator)
      }
    }
    var plays = SongPlays(sessionCount: sessions.count)
    for (index, songs) in sessions.enumerated() {
      for song in songs { plays.take(song, in: index) }
    }
    #expect(plays.distinctSongs == sessions.map { Set($0).count }, "seed \(seed)")
    for song in plays.top(6, of: Self.songs(6)) {
      #expect(song.song == Self.songs(6)[song.number])
      #expect(song.playCount == sessions.joined().count { $0 == song.number }, "seed \(seed)")
    }
  }

  @Test func theMostPlayedComeFirstThenByName() {
    var plays = SongPlays(sessionCount: 1, songCount: 3)
    for song in [2, 0, 1, 2] { plays.take(song, in: 0) }
    let top = plays.top(2, of: Self.songs(3))
    #expect(top.map(\.number) == [2, 0])
    #expect(top.map(\.playCount) == [2, 1])
  }

  @Test func playedSongsOfSeveralCountsRankAlike() {
    let songs = [("a", 1), ("b", 3), ("c", 1), ("d", 2)].map { name, plays in
      PlayedSong(
        Song(artistName: Text(name), trackName: "t"), number: 0, playCount: plays)
    }
    let ranked = songs.reversed().sorted(by: PlayedSong.ranks)
    #expect(ranked.map(\.song.artistName) == ["b", "d", "a", "c"])
  }

  /// Songs in the order of their names.
  private static func songs(_ count: Int) -> SongColumn {
    var column = SongColumn()
    for number in 0..<count {
      column.append(Song(artistName: "artist", trackName: Text("\(number)")))
    }
    return column
  }
}
