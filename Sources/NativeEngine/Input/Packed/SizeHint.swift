/// What a packed file without members says of its unpacked size.
///
/// Only a hint: it may be missing, and nothing relies on it being right.
enum SizeHint {
  static func byteCount(of packed: PackedFile) -> Int? {
    switch packed.format {
    case .gzip: gzip(packed.file)
    case .zstd: zstd(packed.file)
    default: nil
    }
  }

  /// The last four bytes hold the size of the last member, less multiples of 4 GiB.
  private static func gzip(_ file: OpenFile) -> Int? {
    guard let bytes = bytes(of: file, at: file.byteCount - 4, count: 4) else { return nil }
    var size = number(bytes)
    // Histories shrink to less than a third.
    while size < 3 * file.byteCount, file.byteCount > 1 << 30 { size += 1 << 32 }
    return size
  }

  /// The frame header may hold the size of the first frame (RFC 8878, 3.1.1.1).
  private static func zstd(_ file: OpenFile) -> Int? {
    guard let header = bytes(of: file, at: 4, count: 14) else { return nil }
    let descriptor = Int(header[0])
    let isSingleSegment = descriptor & 0x20 != 0
    let dictionaryBytes = [0, 1, 2, 4][descriptor & 3]
    let start = 1 + (isSingleSegment ? 0 : 1) + dictionaryBytes
    let sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]
    guard sizeBytes > 0 else { return nil }
    let size = number(Array(header[start..<start + sizeBytes].prefix(7)))
    return sizeBytes == 2 ? size + 256 : size
  }

  private static func number(_ bytes: [UInt8]) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(of file: OpenFile, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe max(0, file.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer)))
    }
    return bytes.count == count ? bytes : nil
  }
}
