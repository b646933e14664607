import ListeningSessions
import Testing

struct ListenTests {
  private let listen = Listen(
    userID: "u", listenedAt: Instant(secondsSinceEpoch: 1),
    song: Song(artistName: "a", trackName: "t"), artistMBID: "am", trackMBID: "tm")

  @Test func musicBrainzIdsAreNoPartOfTheIdentity() {
    let other = Listen(userID: "u", listenedAt: listen.listenedAt, song: listen.song)
    #expect(other.artistMBID == "" && other.trackMBID == "")
    #expect(other != listen)
    #expect(other.identity == listen.identity)
  }

  @Test(arguments: [
    Listen(
      userID: "U", listenedAt: Instant(secondsSinceEpoch: 1),
      song: Song(artistName: "a", trackName: "t")),
    Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 2),
      song: Song(artistName: "a", trackName: "t")),
    Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 1),
      song: Song(artistName: "A", trackName: "t")),
    Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 1),
      song: Song(artistName: "a", trackName: "T")),
  ])
  func userTimeArtistAndTrackAreTheIdentity(other: Listen) {
    #expect(other.identity != listen.identity)
  }
}
