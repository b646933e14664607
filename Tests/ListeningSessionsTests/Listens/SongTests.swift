import ListeningSessions
import Testing

struct SongTests {
  @Test func ordersByArtistThenTrack() {
    let ascending = [
      Song(artistName: "A", trackName: "z"), Song(artistName: "B", trackName: "a"),
      Song(artistName: "B", trackName: "b"), Song(artistName: "a", trackName: "a"),
    ]
    #expect(ascending.reversed().sorted() == ascending)
    #expect(!(ascending[0] < ascending[0]))
  }

  @Test func namesAreNotJoined() {
    #expect(
      Song(artistName: "ab", trackName: "c") != Song(artistName: "a", trackName: "bc"))
  }
}
