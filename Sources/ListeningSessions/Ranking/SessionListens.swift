/// One ranked session with its listens, whose names are numbers into a `NameTable`.
public struct SessionListens: Hashable, Sendable {
  /// One listen, in sixteen bytes; names as indices into the table that comes with it.
  public struct Item: Hashable, Sendable {
    public let listenedAt: Instant
    private let songNumber: UInt32
    public let mbids: MBIDNumber

    /// Index into `NameTable.songs`.
    public var song: Int { Int(songNumber) }

    public init(listenedAt: Instant, song: Int, mbids: MBIDNumber) {
      self.listenedAt = listenedAt
      songNumber = UInt32(song)
      self.mbids = mbids
    }
  }

  public let session: ListeningSession
  public private(set) var items: [Item]

  public init(session: ListeningSession, items: [Item]) {
    self.session = session
    self.items = items
  }

  /// Puts the listens in order of their start, then artist name, then track name.
  ///
  /// Those in time order stay where they are, but for those of one second: a session may hold most
  /// of a history, and sorting all of it would take half as much memory again.
  mutating func sort(by songs: SongColumn) {
    guard zip(items, items.dropFirst()).allSatisfy({ $0.listenedAt <= $1.listenedAt }) else {
      items.sort {
        $0.listenedAt != $1.listenedAt
          ? $0.listenedAt < $1.listenedAt : songs[$0.song] < songs[$1.song]
      }
      return
    }
    var start = 0
    while start < items.count {
      let second = items[start].listenedAt
      let end = items[start...].firstIndex { $0.listenedAt != second } ?? items.count
      if end - start > 1 { items[start..<end].sort { songs[$0.song] < songs[$1.song] } }
      start = end
    }
  }
}
