/// The hashes of the MBIDs of an ordinary row, and of its song with them.
struct SongMBIDs: BitwiseCopyable {
  /// 0 for an empty MBID.
  let artist: UInt64
  let track: UInt64
  /// Of both names and both MBIDs.
  let song: UInt64

  /// The hashes, nil when a field has neither the length of an MBID nor none: no ordinary row.
  @inline(__always)
  init?(_ names: RowNames) {
    guard let artist = unsafe MBIDHash.hash(names.bytes, names.artistMBID),
      let track = unsafe MBIDHash.hash(names.bytes, names.trackMBID)
    else { return nil }
    self.artist = artist
    self.track = track
    song = ByteHash.hash(names.songHash, ByteHash.hash(artist, track))
  }
}
