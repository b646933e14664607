/// Many songs, their names in columns.
public struct SongColumn: RandomAccessCollection, Hashable, Sendable {
  public private(set) var artistNames = TextColumn()
  public private(set) var trackNames = TextColumn()

  public init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { artistNames.count }

  /// The song with a number, put together for the caller.
  public subscript(number: Int) -> Song {
    Song(artistName: artistNames[number], trackName: trackNames[number])
  }

  /// Takes a song behind all others.
  public mutating func append(artistName: ArraySlice<UInt8>, trackName: ArraySlice<UInt8>) {
    artistNames.append(artistName)
    trackNames.append(trackName)
  }
}
