/// The first bytes of a checkpoint, written last: which format, how long, and where the table is.
///
/// Eight words of eight bytes, the least significant byte first: magic, format version, bytes of the
/// file, offset of the table, its bytes, its checksum, zero, checksum of the words before. Magic and
/// version keep their places in every format, so that a file of another one is told by its name.
struct CheckpointHeader: Equatable {
  /// Raised whenever the layout of the file or of any section changes.
  static let formatVersion: UInt64 = 6
  static let byteCount = 64
  /// "sidelong", as a word.
  private static let magic: UInt64 = 0x676E_6F6C_6564_6973

  let fileByteCount: Int
  let table: Range<Int>
  let tableChecksum: UInt64

  var bytes: [UInt8] {
    var packed = PackedBytes()
    for word in [
      CheckpointHeader.magic, CheckpointHeader.formatVersion, UInt64(fileByteCount),
      UInt64(table.lowerBound), UInt64(table.count), tableChecksum, 0,
    ] {
      packed.append(word)
    }
    packed.append(Checksum.of(packed.bytes))
    return packed.bytes
  }

  /// Reads the first bytes of a file of `fileByteCount` bytes.
  init(_ bytes: [UInt8], fileByteCount: Int) throws(CheckpointProblem) {
    let words = CheckpointHeader.words(of: bytes)
    guard words.count == 8, words[0] == CheckpointHeader.magic else { throw .foreign }
    if words[1] != CheckpointHeader.formatVersion { throw .otherFormat(words[1]) }
    guard words[6] == 0, words[7] == Checksum.of(Array(bytes.dropLast(8))) else {
      throw .damaged("header")
    }
    let (expected, offset) = (Int(clamping: words[2]), Int(clamping: words[3]))
    let count = Int(clamping: words[4])
    if fileByteCount != expected {
      throw .truncated(byteCount: fileByteCount, expected: expected)
    }
    guard offset >= CheckpointHeader.byteCount, offset <= expected, count <= expected - offset
    else { throw .damaged("header") }
    self.init(
      fileByteCount: expected, table: offset..<offset + count, tableChecksum: words[5])
  }

  private static func words(of bytes: [UInt8]) -> [UInt64] {
    var rest = PackedBytesReader(bytes)
    var words: [UInt64] = []
    while let word = try? rest.number(UInt64.self) { words.append(word) }
    return words
  }

  init(fileByteCount: Int, table: Range<Int>, tableChecksum: UInt64) {
    self.fileByteCount = fileByteCount
    self.table = table
    self.tableChecksum = tableChecksum
  }
}
