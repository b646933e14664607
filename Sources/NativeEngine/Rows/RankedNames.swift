import ListeningSessions

/// Numbers the names of the ranked listens like `NameEncoder`, by the engine's own quick hash.
struct RankedNames: ~Copyable {
  private var songNumbers = StringDictionary()
  private var mbidNumbers = StringDictionary()
  private(set) var table = NameTable()

  /// What the numbers of other names are among these.
  struct Numbers {
    fileprivate var songs: [Int] = []
    fileprivate var mbids: [Int] = []

    /// The listen with its numbers among these names.
    func translate(_ item: SessionListens.Item) -> SessionListens.Item {
      SessionListens.Item(
        listenedAt: item.listenedAt, song: songs[item.song], artistMBID: mbids[item.artistMBID],
        trackMBID: mbids[item.trackMBID])
    }
  }

  /// The listen of a line with its names as numbers, which are given out as names come up.
  mutating func encode(
    _ line: Span<UInt8>, _ fields: ListenLine.Fields
  ) -> SessionListens.Item {
    let bytes = fields.song(in: line)
    let song = songNumbers.number(of: bytes.span)
    if song == table.songs.count {
      let nameCount = fields.artistName.count
      table.songs.append(
        Song(
          artistName: Text(utf8: Array(bytes[..<nameCount])),
          trackName: Text(utf8: Array(bytes[(nameCount + 1)...]))))
    }
    return SessionListens.Item(
      listenedAt: fields.listenedAt, song: song,
      artistMBID: number(of: line.extracting(fields.artistMBID)),
      trackMBID: number(of: line.extracting(fields.trackMBID)))
  }

  /// Takes all names of another table in.
  mutating func add(_ other: borrowing RankedNames) -> Numbers {
    var numbers = Numbers()
    numbers.songs = songNumbers.add(other.songNumbers)
    for (index, song) in numbers.songs.enumerated() where song == table.songs.count {
      table.songs.append(other.table.songs[index])
    }
    numbers.mbids = mbidNumbers.add(other.mbidNumbers)
    for (index, mbid) in numbers.mbids.enumerated() where mbid == table.mbids.count {
      table.mbids.append(other.table.mbids[index])
    }
    return numbers
  }

  private mutating func number(of mbid: Span<UInt8>) -> Int {
    let number = mbidNumbers.number(of: mbid)
    if number == table.mbids.count { table.mbids.append(Text(utf8: mbid.indices.map { mbid[$0] })) }
    return number
  }
}
