import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct RankingTests {
  @Test func countsPlaysSessionsAndListeners() {
    var listens = RankedListens()
    listens.add("v", tracks: ["x", "x", "y"])
    listens.add("u", tracks: ["x", "y"])
    listens.add("v", tracks: ["x", "z"])
    let songs = ranking(listens, 10)
    #expect(songs.map(\.song.trackName) == ["x", "y", "z"])
    #expect(songs.map(\.rank) == [1, 2, 3])
    #expect(songs.map(\.playCount) == [4, 2, 1])
    #expect(songs.map(\.sessionCount) == [3, 2, 1])
    #expect(songs.map(\.listenerCount) == [2, 2, 1])
  }

  @Test func tiesRankByArtistThenTrack() {
    var listens = RankedListens()
    listens.add(
      "u",
      [
        (0, "b", "a", "", ""), (1, "a", "z", "", ""), (2, "Z", "z", "", ""), (3, "a", "b", "", ""),
      ])
    let songs = ranking(listens, 3)
    #expect(songs.map { "\($0.song.artistName)-\($0.song.trackName)" } == ["Z-z", "a-b", "a-z"])
  }

  @Test func theMostFrequentIdIsGivenAndTheSmallestOfEquals() {
    var listens = RankedListens()
    listens.add(
      "u",
      [
        (0, "a", "t", "m2", "n1"), (1, "a", "t", "m1", "n2"), (2, "a", "t", "", "n2"),
        (3, "a", "t", "", ""), (4, "a", "t", "", ""), (5, "a", "t", "", ""),
      ])
    let songs = ranking(listens, 1)
    #expect(songs.map(\.artistMBID) == ["m1"])
    #expect(songs.map(\.trackMBID) == ["n2"])
  }

  @Test func aSongWithoutIdsHasNone() {
    var listens = RankedListens()
    listens.add("u", tracks: ["x"])
    let song = ranking(listens, 1).first
    #expect(song?.artistMBID == "" && song?.trackMBID == "")
  }

  @Test func idsOfOtherSongsDoNotCount() {
    var listens = RankedListens()
    listens.add(
      "u", [(0, "a", "t", "m", "n"), (1, "a", "o", "p", "q"), (2, "a", "o", "p", "q")])
    let songs = ranking(listens, 2)
    #expect(songs.map(\.artistMBID) == ["p", "m"])
    #expect(songs.map(\.trackMBID) == ["q", "n"])
  }

  @Test func withoutSessionsThereAreNoSongs() {
    #expect(ranking(RankedListens(), 10) == [])
  }

  @Test(arguments: UInt64(0)..<50)
  func countsLikeSetsDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var listens = RankedListens()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let tracks = (0...Int.random(in: 0...9, using: &generator)).map { _ in
        Text(generator.pick(["p", "q", "r", "s", "t"]))
      }
      listens.add(Text(generator.pick(["u", "v", "w"])), tracks: tracks)
    }
    for song in ranking(listens, 100) {
      let number = listens.names.table.songs.firstIndex(of: song.song)
      let having = listens.sessions.filter { $0.items.contains { $0.song == number } }
      let plays = having.flatMap(\.items).filter { $0.song == number }
      #expect(song.playCount == plays.count, "seed \(seed)")
      #expect(song.sessionCount == having.count, "seed \(seed)")
      #expect(song.listenerCount == Set(having.map(\.session.userID)).count, "seed \(seed)")
    }
  }

  private func ranking(_ listens: RankedListens, _ count: Int) -> [RankedSong] {
    Ranking(of: listens.sessions, names: listens.names.table, topSongs: count).songs
  }
}
