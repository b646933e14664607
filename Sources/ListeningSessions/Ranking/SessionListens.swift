/// One ranked session with its listens, whose names are numbers into a `NameTable`.
public struct SessionListens: Hashable, Sendable {
  /// One listen; names as indices into the table that comes with it.
  public struct Item: Hashable, Sendable {
    public let listenedAt: Instant
    /// Index into `NameTable.songs`.
    public let song: Int
    /// Index into `NameTable.mbids`.
    public let artistMBID: Int
    /// Index into `NameTable.mbids`.
    public let trackMBID: Int

    public init(listenedAt: Instant, song: Int, artistMBID: Int, trackMBID: Int) {
      self.listenedAt = listenedAt
      self.song = song
      self.artistMBID = artistMBID
      self.trackMBID = trackMBID
    }

    /// The same song with the same ids at another instant.
    public func started(at instant: Instant) -> Item {
      Item(listenedAt: instant, song: song, artistMBID: artistMBID, trackMBID: trackMBID)
    }
  }

  public let session: ListeningSession
  public let items: [Item]

  public init(session: ListeningSession, items: [Item]) {
    self.session = session
    self.items = items
  }
}
