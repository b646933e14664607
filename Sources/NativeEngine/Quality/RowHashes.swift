import ListeningSessions

/// The hashes of the names and MBIDs of a row, 0 for blank fields.
struct RowHashes {
  let artistMBID: UInt64
  let artistName: UInt64
  let trackMBID: UInt64
  let trackName: UInt64

  /// Of a row that is ordinary but for what its MBIDs and names say.
  init(_ row: RowNames) {
    unsafe artistMBID = MBIDHash.hash(row.bytes, row.artistMBID)
    unsafe artistName = ByteHash.hash(
      row.bytes + row.artistName.lowerBound, row.artistName.count, seed: 0)
    unsafe trackMBID = MBIDHash.hash(row.bytes, row.trackMBID)
    unsafe trackName = ByteHash.hash(
      row.bytes + row.trackName.lowerBound, row.trackName.count, seed: 0)
  }

  /// Of any other row, by the same hashes.
  init(_ row: ReadableRow) {
    artistMBID = ByteHash.hash(mbid: row.artistMBID)
    artistName = ByteHash.hash(row.artistName)
    trackMBID = ByteHash.hash(mbid: row.trackMBID)
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

  /// The same for a text that stands where an MBID should.
  fileprivate static func hash(mbid text: Text) -> UInt64 {
    guard text.utf8.count == MBIDHash.textLength, !text.isBlank else { return hash(text) }
    return unsafe text.utf8.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe hash(uuid: $0) } ?? 0
    }
  }
}
