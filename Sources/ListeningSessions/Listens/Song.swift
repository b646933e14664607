/// What was played: an artist name and a track name, exactly as written.
///
/// Names identify a song, not MusicBrainz ids: 11 % of the Last.fm-1K listens have no track id.
/// Songs order by artist name, then track name, each by bytes.
public struct Song: Hashable, Comparable, Sendable {
  public let artistName: Text
  public let trackName: Text

  public init(artistName: Text, trackName: Text) {
    self.artistName = artistName
    self.trackName = trackName
  }

  /// Artist name, tab and track name.
  public var utf8: [UInt8] { artistName.utf8 + [0x09] + trackName.utf8 }

  public static func < (left: Song, right: Song) -> Bool {
    left.artistName != right.artistName
      ? left.artistName < right.artistName
      : left.trackName < right.trackName
  }
}
