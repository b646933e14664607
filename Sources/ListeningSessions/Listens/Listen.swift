/// One play of one song by one user.
public struct Listen: Hashable, Sendable {
  public let userID: Text
  /// When the song started.
  public let listenedAt: Instant
  public let song: Song
  /// MusicBrainz id of the artist; may be empty.
  public let artistMBID: Text
  /// MusicBrainz id of the recording; may be empty.
  public let trackMBID: Text

  public init(
    userID: Text, listenedAt: Instant, song: Song, artistMBID: Text = "", trackMBID: Text = ""
  ) {
    self.userID = userID
    self.listenedAt = listenedAt
    self.song = song
    self.artistMBID = artistMBID
    self.trackMBID = trackMBID
  }

  /// What makes two rows the same listen: MBIDs do not count.
  public struct Identity: Hashable, Sendable {
    let userID: Text
    let listenedAt: Instant
    let song: Song
  }

  /// The key under which a later equal row is a duplicate.
  public var identity: Identity {
    Identity(userID: userID, listenedAt: listenedAt, song: song)
  }
}
