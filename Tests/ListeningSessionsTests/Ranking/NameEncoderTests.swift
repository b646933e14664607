import ListeningSessions
import Testing

struct NameEncoderTests {
  @Test func equalNamesGetOneNumber() {
    var names = NameEncoder()
    let first = names.encode(listen("a", "t", artistMBID: "m"))
    let second = names.encode(listen("a", "t", artistMBID: "", trackMBID: "m"))
    #expect(first.song == second.song)
    #expect(first.artistMBID == second.trackMBID)
    #expect(first.trackMBID == second.artistMBID)
    #expect(names.table.songs == [Song(artistName: "a", trackName: "t")])
    #expect(names.table.mbids == ["m", ""])
  }

  @Test func differentNamesGetDifferentNumbers() {
    var names = NameEncoder()
    let songs = [listen("a", "t"), listen("A", "t"), listen("a", "T"), listen("t", "a")]
      .map { names.encode($0).song }
    #expect(songs == [0, 1, 2, 3])
    #expect(names.table.songs[1] == Song(artistName: "A", trackName: "t"))
  }

  @Test func theTimeStays() {
    var names = NameEncoder()
    #expect(names.encode(listen("a", "t")).listenedAt == Instant(secondsSinceEpoch: 9))
  }

  @Test func theSameSongCanStartAgainAtAnotherTime() {
    var names = NameEncoder()
    let item = names.encode(listen("a", "t", artistMBID: "m", trackMBID: "n"))
    let later = item.started(at: Instant(secondsSinceEpoch: 70))
    #expect(later.listenedAt == Instant(secondsSinceEpoch: 70))
    #expect(later != item && later.started(at: item.listenedAt) == item)
  }

  private func listen(
    _ artist: Text, _ track: Text, artistMBID: Text = "", trackMBID: Text = ""
  ) -> Listen {
    Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 9),
      song: Song(artistName: artist, trackName: track), artistMBID: artistMBID,
      trackMBID: trackMBID)
  }
}
