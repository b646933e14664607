import ListeningSessions

extension ListenLine.Fields {
  /// Artist and track name as one text, by which songs are told apart.
  ///
  /// A name holds no tab, so the tab between the names keeps "ab", "c" from "a", "bc".
  func song(in line: Span<UInt8>) -> [UInt8] {
    var song: [UInt8] = []
    song.reserveCapacity(artistName.count + 1 + trackName.count)
    for index in artistName { song.append(line[index]) }
    song.append(0x09)
    for index in trackName { song.append(line[index]) }
    return song
  }
}
