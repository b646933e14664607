/// Numbers the names of listens in the order in which they come up.
public struct NameEncoder {
  /// The names so far.
  public private(set) var table = NameTable()
  private var songIndices: [Song: Int] = [:]
  private var mbidIndices: [Text: Int] = [:]

  public init() {}

  /// The listen with its names as numbers.
  public mutating func encode(_ listen: Listen) -> SessionListens.Item {
    SessionListens.Item(
      listenedAt: listen.listenedAt, song: index(of: listen.song),
      artistMBID: index(of: listen.artistMBID), trackMBID: index(of: listen.trackMBID))
  }

  private mutating func index(of song: Song) -> Int {
    if let known = songIndices[song] { return known }
    songIndices[song] = table.songs.count
    table.songs.append(song)
    return table.songs.count - 1
  }

  private mutating func index(of mbid: Text) -> Int {
    if let known = mbidIndices[mbid] { return known }
    mbidIndices[mbid] = table.mbids.count
    table.mbids.append(mbid)
    return table.mbids.count - 1
  }
}
