/// Gathers small pieces into large writes to a place in a temporary file.
@safe struct SpillBuffer: ~Copyable {
  private let file: TemporaryFile
  private let pages = PageBuffer(byteCount: 1 << 18)
  private var offset: Int
  private var filled = 0

  /// Writes from `offset` on.
  init(_ file: TemporaryFile, at offset: Int) {
    self.file = file
    self.offset = offset
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = unsafe bytes
    while let start = rest.baseAddress, unsafe !rest.isEmpty {
      if filled == pages.byteCount { try flush() }
      let count = min(rest.count, pages.byteCount - filled)
      unsafe (pages.start + filled).copyMemory(from: start, byteCount: count)
      filled += count
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  mutating func flush() throws {
    try unsafe file.write(
      UnsafeRawBufferPointer(start: pages.start, count: filled), at: offset)
    offset += filled
    filled = 0
  }
}
