/// The ids that stood beside songs, all in one text; an id is empty where there was none.
public struct MBIDColumn: Hashable, Sendable {
  /// Where the ids of one row are in the text.
  public struct Place: Hashable, Sendable, BitwiseCopyable {
    let artistStart: Int
    let artistCount: UInt32
    /// From the artist's start.
    let trackOffset: UInt32
    let trackCount: UInt32

    /// The track's id must not stand before the artist's.
    public init(artist: Range<Int>, track: Range<Int>) {
      artistStart = artist.lowerBound
      artistCount = UInt32(artist.count)
      trackOffset = UInt32(track.lowerBound - artist.lowerBound)
      trackCount = UInt32(track.count)
    }
  }

  private var text: [UInt8]
  private var places: [Place]

  /// Ids that are in a text already.
  ///
  /// - Parameters:
  ///   - text: may hold anything else besides.
  ///   - places: of the ids in it, by their numbers.
  public init(text: [UInt8] = [], places: [Place] = []) {
    self.text = text
    self.places = places
  }

  public func artistMBID(_ number: Int) -> Text {
    let place = places[number]
    return text(place.artistStart, place.artistCount)
  }

  public func trackMBID(_ number: Int) -> Text {
    let place = places[number]
    return text(place.artistStart + Int(place.trackOffset), place.trackCount)
  }

  private func text(_ start: Int, _ count: UInt32) -> Text {
    Text(utf8: Array(text[start..<start + Int(count)]))
  }

  /// Takes the ids of a row.
  ///
  /// - Returns: their number.
  public mutating func append(artist: Text, track: Text) -> Int {
    let start = text.count
    text += artist.utf8
    let middle = text.count
    text += track.utf8
    places.append(Place(artist: start..<middle, track: middle..<text.count))
    return places.count - 1
  }
}
