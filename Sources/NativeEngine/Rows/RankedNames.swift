import ListeningSessions

/// Numbers the names of the ranked listens like `NameEncoder`, by the engine's own quick hash.
struct RankedNames: ~Copyable {
  private var songNumbers = StringDictionary()
  private var mbidNumbers = StringDictionary()
  private(set) var table = NameTable()

  /// The listen with its names as numbers, which are given out as names come up.
  mutating func encode(_ listen: Listen) -> SessionListens.Item {
    // A name holds no tab, so the tab between the names makes one text of both.
    let key = listen.song.artistName.utf8 + [0x09] + listen.song.trackName.utf8
    let song = songNumbers.number(of: key.span)
    if song == table.songs.count { table.songs.append(listen.song) }
    return SessionListens.Item(
      listenedAt: listen.listenedAt, song: song, artistMBID: number(of: listen.artistMBID),
      trackMBID: number(of: listen.trackMBID))
  }

  private mutating func number(of mbid: Text) -> Int {
    let number = mbidNumbers.number(of: mbid.utf8.span)
    if number == table.mbids.count { table.mbids.append(mbid) }
    return number
  }
}
