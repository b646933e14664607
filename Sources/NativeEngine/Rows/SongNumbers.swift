import ListeningSessions

/// Numbers songs in the order in which they come up.
struct SongNumbers: ~Copyable {
  private var numbers = StringDictionary()
  private var places: [SongColumn.Place] = []

  /// The songs as the dictionary holds them.
  var column: SongColumn { SongColumn(text: numbers.text, places: places) }

  var count: Int { places.count }

  /// Memory taken so far.
  var byteCount: Int {
    numbers.byteCount + places.capacity * MemoryLayout<SongColumn.Place>.stride
  }

  /// The number of a song, a new one if it was not seen before.
  ///
  /// - Parameters:
  ///   - names: artist name, tab and track name.
  ///   - artistNameCount: bytes of the artist name.
  /// - Returns: from 0, in the order in which the songs come up.
  mutating func number(of names: Span<UInt8>, artistNameCount: Int) -> Int {
    let number = numbers.number(of: names)
    if number == places.count {
      let end = (places.last?.end ?? 0) + names.count
      places.append(SongColumn.Place(artistNameCount: artistNameCount, end: end))
    }
    return number
  }
}
