/// A session at its place in the ranking, with what was played in it.
public struct RankedSession: Hashable, Sendable {
  /// From 1.
  public let rank: Int
  public let session: ListeningSession
  /// Different songs among the tracks.
  public let distinctSongs: Int
  /// By start, then artist name, then track name; songs are indices into the report's songs.
  public let tracks: [SessionListens.Item]

  /// Counts the songs of a session.
  ///
  /// - Parameters:
  ///   - rank: from 1, above those before.
  ///   - listens: what was played, in order.
  ///   - lastRank: for each song the last session so far in which it was played; 0: none.
  init(rank: Int, of listens: SessionListens, lastRank: inout [Int]) {
    self.rank = rank
    session = listens.session
    tracks = listens.items
    var distinctSongs = 0
    for item in listens.items where lastRank[item.song] != rank {
      lastRank[item.song] = rank
      distinctSongs += 1
    }
    self.distinctSongs = distinctSongs
  }
}
