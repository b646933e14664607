/// The names behind the numbers of encoded listens: each distinct song once.
public struct NameTable: Hashable, Sendable {
  public var songs = SongColumn()
  /// The ids of artists that stood beside songs, empty where there was none; the same ones may be there
  /// several times.
  public private(set) var artistMBIDs = TextColumn()
  /// Likewise of tracks, under the same numbers.
  public private(set) var trackMBIDs = TextColumn()

  public init() {}

  /// Takes the ids of a row.
  ///
  /// - Returns: their number.
  public mutating func appendMBIDs(
    artist: ArraySlice<UInt8>, track: ArraySlice<UInt8>
  ) -> Int {
    artistMBIDs.append(artist)
    trackMBIDs.append(track)
    return artistMBIDs.count - 1
  }
}
