import ListeningSessions

/// Where the names of a row stand in a text that holds what many rows say behind their timestamps.
struct NamePlaces: BitwiseCopyable {
  private let start: Int
  /// The ends of both ids and the artist's name, each of them a tab, and of the track's name; from the
  /// start.
  private let artistMBIDEnd, artistNameEnd, trackMBIDEnd, trackNameEnd: UInt32

  /// Finds the names of a row that was a listen; nil if it no longer can be one.
  ///
  /// - Parameters:
  ///   - text: what the row says behind its timestamp.
  ///   - start: where that begins in the text of many rows.
  init?(in text: Span<UInt8>, at start: Int) {
    self.start = start
    var tabs: (UInt32, UInt32, UInt32) = (0, 0, 0)
    var count = 0
    for index in text.indices where text[index] == 0x09 {
      switch count {
      case 0: tabs.0 = UInt32(index)
      case 1: tabs.1 = UInt32(index)
      case 2: tabs.2 = UInt32(index)
      default: return nil
      }
      count += 1
    }
    guard count == 3 else { return nil }
    (artistMBIDEnd, artistNameEnd, trackMBIDEnd) = tabs
    // A carriage return at the end is none of the name.
    let end = text[text.count - 1] == 0x0D ? text.count - 1 : text.count
    trackNameEnd = UInt32(end)
  }

  var artistName: Range<Int> { start + Int(artistMBIDEnd) + 1..<start + Int(artistNameEnd) }
  var trackName: Range<Int> { start + Int(trackMBIDEnd) + 1..<start + Int(trackNameEnd) }
  var artistMBID: Range<Int> { start..<start + Int(artistMBIDEnd) }
  var trackMBID: Range<Int> { start + Int(artistNameEnd) + 1..<start + Int(trackMBIDEnd) }
  var mbids: MBIDColumn.Place { MBIDColumn.Place(artist: artistMBID, track: trackMBID) }
}
