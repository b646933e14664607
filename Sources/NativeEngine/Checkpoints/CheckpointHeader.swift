/// The first bytes of a checkpoint, written last: which format, how long, and where the table is.
///
/// Eight words of eight bytes, the least significant byte first: magic, format version, bytes of the
/// file, offset of the table, its bytes, its checksum, zero, checksum of the words before. Magic and
/// version keep their places in every format, so that a file of another one is told by its name.
struct CheckpointHeader: Equatable {
  /// Raised whenever the layout of the file or of any section changes.
  static let formatVersion: UInt64 = 2
  static let byteCount = 64
  /// "sidelong", as a word.
  private static let magic: UInt64 = 0x676E_6F6C_6564_6973

  let fileByteCount: Int
  let table: Range<Int>
  let tableChecksum: UInt64

  var bytes: [UInt8] {
    var bytes = CheckpointBytes()
    bytes.append(CheckpointHeader.magic)
    bytes.append(CheckpointHeader.formatVersion)
    bytes.append(UInt64(fileByteCount))
    bytes.append(UInt64(table.lowerBound))
    bytes.append(UInt64(table.count))
    bytes.append(tableChecksum)
    bytes.append(0)
    bytes.append(Checksum.of(bytes.all))
    return bytes.all
  }

  /// Reads the first bytes of a file of `fileByteCount` bytes.
  init(_ bytes: [UInt8], fileByteCount: Int) throws(CheckpointProblem) {
    var rest = CheckpointBytes.Reader(bytes)
    guard bytes.count == CheckpointHeader.byteCount, rest.word() == CheckpointHeader.magic,
      let version = rest.word()
    else { throw .foreign }
    if version != CheckpointHeader.formatVersion { throw .otherFormat(version) }
    guard let expected = rest.number(), let offset = rest.number(), let count = rest.number(),
      let checksum = rest.word(), rest.word() == 0,
      rest.word() == Checksum.of(Array(bytes.dropLast(8)))
    else { throw .damaged("header") }
    if fileByteCount != expected {
      throw .truncated(byteCount: fileByteCount, expected: expected)
    }
    guard offset >= CheckpointHeader.byteCount, offset <= expected, count <= expected - offset
    else { throw .damaged("header") }
    self.init(
      fileByteCount: expected, table: offset..<offset + count, tableChecksum: checksum)
  }

  init(fileByteCount: Int, table: Range<Int>, tableChecksum: UInt64) {
    self.fileByteCount = fileByteCount
    self.table = table
    self.tableChecksum = tableChecksum
  }
}
