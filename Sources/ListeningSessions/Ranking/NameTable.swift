/// The names behind the numbers of encoded listens: each distinct song and MBID once.
public struct NameTable: Hashable, Sendable {
  public internal(set) var songs: [Song] = []
  public internal(set) var mbids: [Text] = []
  private var songIndices: [Song: Int] = [:]
  private var mbidIndices: [Text: Int] = [:]

  public init() {}

  /// The listen with its names as numbers, which are given out as names come up.
  public mutating func encode(_ listen: Listen) -> SessionListens.Item {
    SessionListens.Item(
      listenedAt: listen.listenedAt, song: index(of: listen.song),
      artistMBID: index(of: listen.artistMBID), trackMBID: index(of: listen.trackMBID))
  }

  private mutating func index(of song: Song) -> Int {
    if let known = songIndices[song] { return known }
    songIndices[song] = songs.count
    songs.append(song)
    return songs.count - 1
  }

  private mutating func index(of mbid: Text) -> Int {
    if let known = mbidIndices[mbid] { return known }
    mbidIndices[mbid] = mbids.count
    mbids.append(mbid)
    return mbids.count - 1
  }
}
