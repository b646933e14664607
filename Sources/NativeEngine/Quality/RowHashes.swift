import ListeningSessions

/// The hashes of the fields of a row that is not ordinary, the same as an ordinary row's would be;
/// 0 for blank fields.
struct RowHashes {
  let timestamp: UInt64
  let artistMBID: UInt64
  let artistName: UInt64
  let trackMBID: UInt64
  let trackName: UInt64

  init(_ row: ReadableRow) {
    if let instant = row.listenedAt, row.timestamp == Text(instant.description) {
      timestamp = ByteHash.hash(seconds: instant.secondsSinceEpoch)
    } else {
      timestamp = ByteHash.hash(row.timestamp)
    }
    artistMBID = ByteHash.hash(row.artistMBID)
    artistName = ByteHash.hash(row.artistName)
    trackMBID = ByteHash.hash(row.trackMBID)
    trackName = ByteHash.hash(row.trackName)
  }
}

extension ByteHash {
  /// The hash of a whole text, 0 of a blank one.
  fileprivate static func hash(_ text: Text) -> UInt64 {
    if text.isBlank { return 0 }
    let padded = text.utf8 + Array(repeating: 0, count: overread)
    return unsafe padded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe hash(start, text.utf8.count, seed: 0)
    }
  }
}
