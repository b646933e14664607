/// Numbers the names of listens in the order in which they come up.
public struct NameEncoder {
  private var songs = SongColumn()
  private var mbids = MBIDColumn()
  private var songIndices: [Song: Int] = [:]
  private var mbidIndices: [[Text]: Int] = [:]

  public init() {}

  /// The names so far.
  public var table: NameTable { NameTable(songs: songs, mbids: [mbids]) }

  /// The listen with its names as numbers.
  public mutating func encode(_ listen: Listen) -> SessionListens.Item {
    SessionListens.Item(
      listenedAt: listen.listenedAt, song: index(of: listen.song),
      mbids: MBIDNumber(
        part: 0, row: index(ofArtist: listen.artistMBID, track: listen.trackMBID)))
  }

  private mutating func index(of song: Song) -> Int {
    if let known = songIndices[song] { return known }
    songIndices[song] = songs.count
    songs.append(song)
    return songs.count - 1
  }

  private mutating func index(ofArtist artist: Text, track: Text) -> Int {
    if let known = mbidIndices[[artist, track]] { return known }
    let index = mbids.append(artist: artist, track: track)
    mbidIndices[[artist, track]] = index
    return index
  }
}
