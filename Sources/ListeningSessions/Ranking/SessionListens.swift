/// One ranked session with its listens, whose names are numbers into a `NameTable`.
public struct SessionListens: Hashable, Sendable {
  /// One listen; names as indices into the table that comes with it.
  public struct Item: Hashable, Sendable {
    public let listenedAt: Instant
    /// Index into `NameTable.songs`.
    public let song: Int
    public let mbids: MBIDNumber

    public init(listenedAt: Instant, song: Int, mbids: MBIDNumber) {
      self.listenedAt = listenedAt
      self.song = song
      self.mbids = mbids
    }
  }

  public let session: ListeningSession
  public let items: [Item]

  public init(session: ListeningSession, items: [Item]) {
    self.session = session
    self.items = items
  }
}
