/// A song at its place in the ranking, with its plays in the ranked sessions.
public struct RankedSong: Hashable, Sendable {
  /// From 1.
  public let rank: Int
  public let song: Song
  /// Listens of the song in the ranked sessions.
  public let playCount: Int
  /// Ranked sessions in which it was played.
  public let sessionCount: Int
  /// Different users among those sessions.
  public let listenerCount: Int
  /// The most frequent non-empty id among the counted listens, the smallest of equals; may be empty.
  public let trackMBID: Text
  /// Chosen like `trackMBID`.
  public let artistMBID: Text
}
