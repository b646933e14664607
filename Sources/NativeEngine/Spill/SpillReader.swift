/// Reads a stretch of a temporary file from front to back, a buffer at a time.
@safe struct SpillReader: ~Copyable {
  private let file: TemporaryFile
  private let pages = PageBuffer(byteCount: 1 << 18)
  /// Where the next byte stands in the file.
  private var offset = 0
  private var end = 0
  private var next = 0
  private var filled = 0

  init(_ file: TemporaryFile) {
    self.file = file
  }

  /// Begins a stretch.
  mutating func begin(_ range: Range<Int>) {
    (offset, end, next, filled) = (range.lowerBound, range.upperBound, 0, 0)
  }

  /// The next `count` bytes, which lie in the stretch.
  mutating func bytes(_ count: Int) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let start = buffer.baseAddress {
        try unsafe copy(count, to: UnsafeMutableRawPointer(start))
      }
      initialized = count
    }
  }

  /// Copies the next `count` bytes.
  mutating func copy(_ count: Int, to target: UnsafeMutableRawPointer) throws {
    var copied = 0
    while copied < count {
      if next == filled { try fill() }
      let piece = min(count - copied, filled - next)
      unsafe (target + copied).copyMemory(from: pages.start + next, byteCount: piece)
      copied += piece
      next += piece
    }
  }

  /// Passes over the next `count` bytes.
  mutating func skip(_ count: Int) {
    let buffered = min(count, filled - next)
    next += buffered
    if count > buffered {
      offset += count - buffered
    }
  }

  private mutating func fill() throws {
    filled = min(pages.byteCount, end - offset)
    try unsafe file.read(
      into: UnsafeMutableRawBufferPointer(start: pages.start, count: filled), at: offset)
    offset += filled
    next = 0
  }
}
