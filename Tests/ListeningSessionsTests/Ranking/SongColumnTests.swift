import ListeningSessions
import Testing

struct SongColumnTests {
  @Test func isACollectionOfSongs() {
    let expected = [
      Song(artistName: "a", trackName: "t"), Song(artistName: "at", trackName: ""),
      Song(artistName: "", trackName: "at"),
    ]
    var songs = SongColumn()
    #expect(songs.isEmpty)
    for song in expected {
      songs.append(artistName: song.artistName.utf8[...], trackName: song.trackName.utf8[...])
    }
    #expect(Array(songs) == expected)
    #expect(songs.artistNames[1] == "at" && songs.trackNames[2] == "at")
    #expect(songs.firstIndex(of: expected[2]) == 2)
  }
}
