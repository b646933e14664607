import CArchive

/// The bytes of a packed file as libarchive is given them, through its call-backs.
///
/// gzip is taken off here, by zlib: libarchive would pass over a wrong checksum.
@safe final class ArchiveBytes {
  private static let chunkSize = 128 * 1024

  private let file: OpenFile
  private let gzip: GzipStream?
  private let chunk: UnsafeMutableRawBufferPointer
  /// Offset in the file of the next chunk.
  private(set) var offset = 0
  /// What went wrong here, in words.
  private(set) var problem: String?
  /// Bytes given to libarchive.
  private(set) var givenCount = 0

  init(_ packed: PackedFile) {
    file = packed.file
    gzip = packed.format == .gzip ? GzipStream() : nil
    unsafe chunk = .allocate(byteCount: Self.chunkSize, alignment: 64)
  }

  deinit { unsafe chunk.deallocate() }

  /// Whether the file can be read at any place; what comes out of gzip cannot.
  var isSeekable: Bool { gzip == nil }

  /// The next bytes; empty at the end, nil on failure, when `problem` says why.
  func next() -> UnsafeRawBufferPointer? {
    guard let gzip else { return unsafe nextChunk() }
    while true {
      switch gzip.inflate() {
      case .bytes(let count):
        givenCount += count
        return unsafe UnsafeRawBufferPointer(rebasing: gzip.output[..<count])
      case .end: return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
      case .needsInput:
        guard let input = unsafe nextChunk() else { return nil }
        unsafe gzip.feed(input)
      case .failure(let reason):
        problem = reason
        return nil
      }
    }
  }

  /// Goes on from another offset; false if there is none such.
  func seek(to target: Int) -> Bool {
    guard isSeekable, target >= 0, target <= file.byteCount else { return false }
    offset = target
    return true
  }

  var byteCount: Int { file.byteCount }

  private func nextChunk() -> UnsafeRawBufferPointer? {
    let count = unsafe file.read(at: offset, into: chunk)
    guard count >= 0 else {
      problem = SystemCalls.message(of: SystemCalls.lastError)
      return nil
    }
    offset += count
    return unsafe UnsafeRawBufferPointer(rebasing: chunk[..<count])
  }
}
