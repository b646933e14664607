import ListeningSessions
import Testing

struct NameEncoderTests {
  @Test func equalNamesGetOneNumber() {
    var names = NameEncoder()
    let first = names.encode(listen("a", "t", artistMBID: "m"))
    let second = names.encode(listen("a", "t", artistMBID: "", trackMBID: "m"))
    #expect(first.song == second.song)
    let third = names.encode(listen("b", "t", artistMBID: "m"))
    #expect([first, second, third].map(\.mbids) == [0, 1, 0])
    #expect(names.table.songs.first == Song(artistName: "a", trackName: "t"))
    #expect([0, 1].map { names.table.artistMBIDs[$0] } == ["m", ""])
    #expect([0, 1].map { names.table.trackMBIDs[$0] } == ["", "m"])
    #expect(names.table.artistMBIDs.count == 2)
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

  private func listen(
    _ artist: Text, _ track: Text, artistMBID: Text = "", trackMBID: Text = ""
  ) -> Listen {
    Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 9),
      song: Song(artistName: artist, trackName: track), artistMBID: artistMBID,
      trackMBID: trackMBID)
  }
}
