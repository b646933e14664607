/// A ranked listen in a temporary file: its second, then what is told of its song.
struct TrackRecord {
  let seconds: UInt32
  /// Of its names.
  let hash: UInt32
  /// Artist name, tab and track name.
  let names: ArraySlice<UInt8>
  /// Artist id, tab and track id.
  let mbids: ArraySlice<UInt8>

  private struct Head: BitwiseCopyable {
    var seconds, hash, namesCount, mbidsCount: UInt32
  }

  /// Takes the record at the start of some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    // Only this process wrote the file, which has no name.
    let head = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: Head.self) }
    let start = bytes.startIndex + MemoryLayout<Head>.size
    let middle = start + Int(head.namesCount)
    seconds = head.seconds
    hash = head.hash
    names = bytes[start..<middle]
    mbids = bytes[middle..<middle + Int(head.mbidsCount)]
  }

  /// Bytes of the artist name.
  var artistNameCount: Int { Self.firstCount(names) }

  /// Where the next record begins.
  var endIndex: Int { mbids.endIndex }

  /// Bytes before the tab.
  static func firstCount(_ texts: ArraySlice<UInt8>) -> Int {
    (texts.firstIndex(of: 0x09) ?? texts.endIndex) - texts.startIndex
  }

  /// Writes a record behind others.
  ///
  /// - Parameters:
  ///   - seconds: of the listen.
  ///   - places: where its names are.
  ///   - text: what rows say behind their timestamps.
  ///   - bytes: the records.
  static func append(
    _ seconds: UInt32, _ places: NamePlaces, in text: [UInt8], to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    var head = Head(
      seconds: seconds, hash: 0,
      namesCount: UInt32(places.artistName.count + 1 + places.trackName.count),
      mbidsCount: UInt32(places.artistMBID.count + 1 + places.trackMBID.count))
    unsafe withUnsafeBytes(of: head) { unsafe bytes.append(contentsOf: $0) }
    let names = bytes.count
    bytes += text[places.artistName]
    bytes.append(0x09)
    bytes += text[places.trackName]
    head.hash = UInt32(
      truncatingIfNeeded: ByteHash.hash(of: bytes.span.extracting(names..<bytes.count)))
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: head, toByteOffset: start, as: Head.self)
    }
    bytes += text[places.artistMBID]
    bytes.append(0x09)
    bytes += text[places.trackMBID]
  }
}
