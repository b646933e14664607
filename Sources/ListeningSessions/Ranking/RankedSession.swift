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

  /// Puts the listens of a session in order and counts its songs.
  ///
  /// - Parameters:
  ///   - rank: from 1, above those before.
  ///   - listens: what was played.
  ///   - songs: what the listens' songs are indices into.
  ///   - lastRank: for each song the last session so far in which it was played; 0: none.
  init(rank: Int, of listens: SessionListens, songs: SongColumn, lastRank: inout [Int]) {
    self.rank = rank
    session = listens.session
    var distinctSongs = 0
    for item in listens.items where lastRank[item.song] != rank {
      lastRank[item.song] = rank
      distinctSongs += 1
    }
    self.distinctSongs = distinctSongs
    tracks = listens.items
      .map { Track(listenedAt: $0.listenedAt, song: $0.song) }
      .sorted { left, right in
        left.listenedAt != right.listenedAt
          ? left.listenedAt < right.listenedAt
          : songs[left.song] < songs[right.song]
      }
  }
}
