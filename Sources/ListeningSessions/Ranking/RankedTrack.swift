/// A listen of a ranked session at its place.
///
/// The listens of a session stand by time, then artist name, then track name.
public struct RankedTrack {
  /// Index of the session in the ranking.
  public let session: Int
  /// Place in the session, from 0.
  public let position: Int
  public let listenedAt: Instant
  /// Artist name, tab and track name.
  public let names: ArraySlice<UInt8>

  public init(session: Int, position: Int, listenedAt: Instant, names: ArraySlice<UInt8>) {
    self.session = session
    self.position = position
    self.listenedAt = listenedAt
    self.names = names
  }

  /// The names, put together for the caller; no name holds a tab.
  public var song: Song {
    let artistName = names.prefix { $0 != 0x09 }
    return Song(
      artistName: Text(utf8: Array(artistName)),
      trackName: Text(utf8: Array(names.dropFirst(artistName.count + 1))))
  }
}
