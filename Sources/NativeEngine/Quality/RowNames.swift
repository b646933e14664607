import CByteScan
import ListeningSessions

/// The names and MBIDs of a row as they stand in a block, with the names' hashes.
@safe struct RowNames {
  let bytes: UnsafePointer<UInt8>
  let artistMBID: Range<Int>
  let artistName: Range<Int>
  let trackMBID: Range<Int>
  let trackName: Range<Int>
  let artistHash: UInt64
  let trackHash: UInt64
  /// Position of the row in the input set.
  let position: Int

  /// The names of a row with their hashes, which are worked out.
  @inline(__always)
  init(
    bytes: UnsafePointer<UInt8>, artistMBID: Range<Int> = 0..<0, artistName: Range<Int>,
    trackMBID: Range<Int> = 0..<0, trackName: Range<Int>, position: Int
  ) {
    unsafe self.init(
      bytes: bytes, artistMBID: artistMBID, artistName: artistName, trackMBID: trackMBID,
      trackName: trackName,
      artistHash: ByteHash.hash(bytes + artistName.lowerBound, artistName.count, seed: 0),
      trackHash: ByteHash.hash(bytes + trackName.lowerBound, trackName.count, seed: 0),
      position: position)
  }

  @inline(__always)
  init(
    bytes: UnsafePointer<UInt8>, artistMBID: Range<Int>, artistName: Range<Int>,
    trackMBID: Range<Int>, trackName: Range<Int>, artistHash: UInt64, trackHash: UInt64,
    position: Int
  ) {
    unsafe self.bytes = bytes
    self.artistMBID = artistMBID
    self.artistName = artistName
    self.trackMBID = trackMBID
    self.trackName = trackName
    self.artistHash = artistHash
    self.trackHash = trackHash
    self.position = position
  }

  /// The hash of both names, by which duplicates are sought.
  @inline(__always)
  var songHash: UInt64 { Self.songHash(artistHash, trackHash) }

  /// The same of a row of which nothing else is asked.
  @inline(__always)
  static func songHash(
    of artistName: Range<Int>, _ trackName: Range<Int>, in bytes: UnsafePointer<UInt8>
  ) -> UInt64 {
    unsafe songHash(
      ByteHash.hash(bytes + artistName.lowerBound, artistName.count, seed: 0),
      ByteHash.hash(bytes + trackName.lowerBound, trackName.count, seed: 0))
  }

  @inline(__always)
  private static func songHash(_ artistHash: UInt64, _ trackHash: UInt64) -> UInt64 {
    artistHash &* 0x9E37_79B9_7F4A_7C15 ^ trackHash
  }

  /// The hash of a field by which distinct values are counted.
  @inline(__always)
  func valueHash(of field: Range<Int>) -> UInt64 {
    unsafe ValueHash.hash(BlockBytes(start: bytes + field.lowerBound, count: field.count))
  }

  /// The same for an MBID, of which the length is known.
  @inline(__always)
  func valueHash(ofMBID field: Range<Int>) -> UInt64 {
    unsafe ValueHash.hash(BlockBytes(start: bytes + field.lowerBound, count: MBIDHash.textLength))
  }

  /// Whether the MBID is a UUID or empty and the name without control characters.
  func isOrdinary(name: Range<Int>, mbid: Range<Int>) -> Bool {
    guard unsafe MBIDHash.isUUIDOrEmpty(bytes, mbid) else { return false }
    let start = unsafe bytes + name.lowerBound
    if unsafe sidelong_may_hold_control(start, name.count) == 0 { return true }
    return unsafe !ControlCharacters.occur(in: Span(_unsafeStart: start, count: name.count))
  }
}
