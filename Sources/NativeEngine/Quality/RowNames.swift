import CByteScan
import ListeningSessions

/// Where the names and MBIDs of a row stand in a block.
@safe struct RowNames {
  let bytes: UnsafePointer<UInt8>
  let artistMBID: Range<Int>
  let artistName: Range<Int>
  let trackMBID: Range<Int>
  let trackName: Range<Int>
  /// Position of the row in the input set.
  let position: Int

  @inline(__always)
  init(
    bytes: UnsafePointer<UInt8>, artistMBID: Range<Int> = 0..<0, artistName: Range<Int>,
    trackMBID: Range<Int> = 0..<0, trackName: Range<Int>, position: Int
  ) {
    unsafe self.bytes = bytes
    self.artistMBID = artistMBID
    self.artistName = artistName
    self.trackMBID = trackMBID
    self.trackName = trackName
    self.position = position
  }

  /// The hash of both names, by which duplicates are sought; worked out.
  @inline(__always)
  var songHash: UInt64 {
    unsafe ByteHash.hash(bytes + artistName.lowerBound, artistName.count, seed: 0)
      &* 0x9E37_79B9_7F4A_7C15
      ^ ByteHash.hash(bytes + trackName.lowerBound, trackName.count, seed: 0)
  }

  /// The hash of everything behind the timestamp, the same for every play of a song with the same
  /// MBIDs; worked out.
  @inline(__always)
  var playHash: UInt64 {
    unsafe ByteHash.hash(
      long: bytes + artistMBID.lowerBound, trackName.upperBound - artistMBID.lowerBound)
  }

  /// Whether both MBIDs have the length of one, or none.
  @inline(__always)
  var hasMBIDLengths: Bool {
    (artistMBID.isEmpty || artistMBID.count == MBIDHash.textLength)
      && (trackMBID.isEmpty || trackMBID.count == MBIDHash.textLength)
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
