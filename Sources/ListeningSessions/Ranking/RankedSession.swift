/// A session at its place in the ranking.
public struct RankedSession: Hashable, Sendable {
  /// From 1.
  public let rank: Int
  public let session: ListeningSession
  /// Different songs among its tracks.
  public let distinctSongs: Int

  public init(rank: Int, session: ListeningSession, distinctSongs: Int) {
    self.rank = rank
    self.session = session
    self.distinctSongs = distinctSongs
  }
}
