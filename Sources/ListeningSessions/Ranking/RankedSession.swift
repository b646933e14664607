/// A session at its place in the ranking, with what was played in it.
public struct RankedSession: Hashable, Sendable {
  /// One listen of the session; the song is an index into the report's songs.
  public struct Track: Hashable, Sendable {
    public let listenedAt: Instant
    public let song: Int
  }

  /// From 1.
  public let rank: Int
  public let session: ListeningSession
  /// Different songs among the tracks.
  public let distinctSongs: Int
  /// By start, then artist name, then track name.
  public let tracks: [Track]

  init(rank: Int, of listens: SessionListens, songs: [Song]) {
    self.rank = rank
    session = listens.session
    distinctSongs = Set(listens.items.map(\.song)).count
    tracks = listens.items
      .map { Track(listenedAt: $0.listenedAt, song: $0.song) }
      .sorted { left, right in
        left.listenedAt != right.listenedAt
          ? left.listenedAt < right.listenedAt
          : songs[left.song] < songs[right.song]
      }
  }
}
