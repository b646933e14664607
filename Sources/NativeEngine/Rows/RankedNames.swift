import ListeningSessions

/// Numbers the songs of the ranked listens like `NameEncoder`, by the engine's own quick hash.
struct RankedNames: ~Copyable {
  private var songNumbers = StringDictionary()
  private var song: [UInt8] = []
  private(set) var table = NameTable()

  /// Takes what a row says behind its timestamp.
  ///
  /// - Returns: the numbers of its names; those of the ids are given out one after the other.
  mutating func add(_ text: ArraySlice<UInt8>, _ places: NamePlaces) -> RankedRow {
    let artistName = Self.slice(text, places.artistName)
    let trackName = Self.slice(text, places.trackName)
    let number = number(of: artistName, trackName)
    if number == table.songs.count {
      table.songs.append(artistName: artistName, trackName: trackName)
    }
    let mbids = table.appendMBIDs(
      artist: Self.slice(text, places.artistMBID), track: Self.slice(text, places.trackMBID))
    return RankedRow(song: UInt32(number), mbids: UInt32(mbids))
  }

  /// A name holds no tab, so the tab between the names keeps "ab", "c" from "a", "bc".
  private mutating func number(
    of artistName: ArraySlice<UInt8>, _ trackName: ArraySlice<UInt8>
  ) -> Int {
    // One array serves for all.
    var song: [UInt8] = []
    swap(&song, &self.song)
    defer { swap(&song, &self.song) }
    song.removeAll(keepingCapacity: true)
    song += artistName
    song.append(0x09)
    song += trackName
    return songNumbers.number(of: song.span)
  }

  private static func slice(_ text: ArraySlice<UInt8>, _ place: Range<Int>) -> ArraySlice<UInt8> {
    text[text.startIndex + place.lowerBound..<text.startIndex + place.upperBound]
  }
}
