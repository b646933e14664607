import ListeningSessions
import Testing

struct SongColumnTests {
  private static let songs = [
    Song(artistName: "a", trackName: "t"), Song(artistName: "at", trackName: ""),
    Song(artistName: "", trackName: "at"), Song(artistName: "é", trackName: "e t"),
  ]

  @Test func isACollectionOfSongs() {
    var songs = SongColumn()
    #expect(songs.isEmpty)
    for song in Self.songs { songs.append(song) }
    #expect(Array(songs) == Self.songs)
    #expect(songs.firstIndex(of: Self.songs[2]) == 2)
    #expect(Array(songs.utf8(1)) == Array("at\t".utf8))
  }

  @Test func isMadeOfATextAsWell() {
    let songs = SongColumn(
      text: Array("a\tbc\tde".utf8),
      places: [
        SongColumn.Place(artistNameCount: 1, end: 3), SongColumn.Place(artistNameCount: 1, end: 7),
      ])
    #expect(
      Array(songs) == [
        Song(artistName: "a", trackName: "b"), Song(artistName: "c", trackName: "de"),
      ])
  }
}
