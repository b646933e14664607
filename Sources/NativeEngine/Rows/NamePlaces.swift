/// Where the names stand in what a row says behind its timestamp, from its first byte on.
struct NamePlaces: BitwiseCopyable {
  /// The ends of both ids and the artist's name, each of them a tab, and of the track's name.
  private let artistMBIDEnd, artistNameEnd, trackMBIDEnd, trackNameEnd: UInt32

  /// Finds the names in the text of a row that was a listen; nil if it no longer can be one.
  init?(in text: Span<UInt8>) {
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

  var artistMBID: Range<Int> { 0..<Int(artistMBIDEnd) }
  var artistName: Range<Int> { Int(artistMBIDEnd) + 1..<Int(artistNameEnd) }
  var trackMBID: Range<Int> { Int(artistNameEnd) + 1..<Int(trackMBIDEnd) }
  var trackName: Range<Int> { Int(trackMBIDEnd) + 1..<Int(trackNameEnd) }
}
