/// What a row says behind its timestamp, as numbers.
struct RankedRow: BitwiseCopyable {
  /// Index into `NameTable.songs`.
  let song: UInt32
  /// Index into `NameTable.artistMBIDs` and `trackMBIDs`.
  let mbids: UInt32
}
