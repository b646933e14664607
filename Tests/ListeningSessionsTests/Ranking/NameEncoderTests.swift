@testable import ListeningSessions
import Testing

struct NameEncoderTests {
  @Test func equalNamesGetOneNumber() {
    var names = NameEncoder()
    let first = names.encode(listen("a", "t", artistMBID: "m"))
    let second = names.encode(listen("a", "t", artistMBID: "", trackMBID: "m"))
    #expect(first.song == second.song)
    let third = names.encode(listen("b", "t", artistMBID: "m"))
    #expect(first.mbids == third.mbids && first.mbids != second.mbids)
    #expect(names.table.songs.first == Song(artistName: "a", trackName: "t"))
    let numbers = [first.mbids, second.mbids]
    #expect(numbers.map { names.table.artistMBID($0) } == ["m", ""])
    #expect(numbers.map { names.table.trackMBID($0) } == ["", "m"])
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
