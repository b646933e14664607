import CByteScan

/// Hashes of MBIDs as they stand in a block.
enum MBIDHash {
  /// Bytes of a UUID in text.
  static let textLength = 36
  /// Sets track MBIDs apart from artist MBIDs.
  static let track: UInt64 = 0x5851_F42D_4C95_7F2D

  /// The hash of an MBID, 0 for an empty one, nil for one that has not the length of a UUID.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64? {
    if range.count == textLength { return unsafe ByteHash.hash(uuid: bytes + range.lowerBound) }
    return range.isEmpty ? 0 : nil
  }

  /// Whether what `hash` accepted is a UUID, or nothing: `UUIDText` in a few instructions.
  @inline(__always)
  static func isUUIDOrEmpty(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    unsafe range.isEmpty || sidelong_is_uuid(bytes + range.lowerBound) != 0
  }
}
