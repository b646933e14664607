import CByteScan

/// Hashes of MBIDs as they stand in a block.
enum MBIDHash {
  /// Bytes of a UUID in text.
  static let textLength = 36
  /// Sets track MBIDs apart from artist MBIDs.
  static let track: UInt64 = 0x5851_F42D_4C95_7F2D

  /// The hash of an MBID that has the length of a UUID, 0 for an empty one.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    range.isEmpty ? 0 : unsafe ByteHash.hash(uuid: bytes + range.lowerBound)
  }

  /// Whether what has the length of a UUID is one, or nothing: `UUIDText` in a few instructions.
  @inline(__always)
  static func isUUIDOrEmpty(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    unsafe range.isEmpty || sidelong_is_uuid(bytes + range.lowerBound) != 0
  }
}
