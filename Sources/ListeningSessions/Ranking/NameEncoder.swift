/// Numbers the names of listens in the order in which they come up.
public struct NameEncoder {
  /// The names so far.
  public private(set) var table = NameTable()
  private var songIndices: [Song: Int] = [:]
  private var mbidIndices: [[Text]: Int] = [:]

  public init() {}

  /// The listen with its names as numbers.
  public mutating func encode(_ listen: Listen) -> SessionListens.Item {
    SessionListens.Item(
      listenedAt: listen.listenedAt, song: index(of: listen.song),
      mbids: index(ofArtist: listen.artistMBID, track: listen.trackMBID))
  }

  private mutating func index(of song: Song) -> Int {
    if let known = songIndices[song] { return known }
    songIndices[song] = table.songs.count
    table.songs.append(
      artistName: ArraySlice(song.artistName.utf8), trackName: ArraySlice(song.trackName.utf8))
    return table.songs.count - 1
  }

  private mutating func index(ofArtist artist: Text, track: Text) -> Int {
    if let known = mbidIndices[[artist, track]] { return known }
    let index = table.appendMBIDs(
      artist: ArraySlice(artist.utf8), track: ArraySlice(track.utf8))
    mbidIndices[[artist, track]] = index
    return index
  }
}
