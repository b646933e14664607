/// Many songs, their names in one text.
public struct SongColumn: RandomAccessCollection, Hashable, Sendable {
  /// Where a song's names end in the text; it begins where the song before ends.
  public struct Place: Hashable, Sendable, BitwiseCopyable {
    /// Of the artist name; the tab between the names is behind it.
    public let artistNameCount: UInt32
    public let end: Int

    public init(artistNameCount: Int, end: Int) {
      self.artistNameCount = UInt32(artistNameCount)
      self.end = end
    }
  }

  private var text: [UInt8]
  private var places: [Place]

  /// Songs that are one behind the other already.
  ///
  /// - Parameters:
  ///   - text: artist name, tab and track name of each song.
  ///   - places: of the songs in it.
  public init(text: [UInt8] = [], places: [Place] = []) {
    self.text = text
    self.places = places
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }

  /// The song with a number, put together for the caller.
  public subscript(number: Int) -> Song {
    let names = utf8(number)
    let tab = names.startIndex + Int(places[number].artistNameCount)
    return Song(
      artistName: Text(utf8: Array(names[..<tab])),
      trackName: Text(utf8: Array(names[(tab + 1)...])))
  }

  /// Artist name, tab and track name of a song.
  public func utf8(_ number: Int) -> ArraySlice<UInt8> {
    text[(number == 0 ? 0 : places[number - 1].end)..<places[number].end]
  }

  /// Takes a song behind all others.
  public mutating func append(_ song: Song) {
    text += song.utf8
    places.append(Place(artistNameCount: song.artistName.utf8.count, end: text.count))
  }
}
