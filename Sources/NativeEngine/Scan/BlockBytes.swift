import ListeningSessions

/// Bytes in a block as words.
@safe struct BlockBytes: ByteWords {
  private let start: UnsafeRawPointer
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = UnsafeRawPointer(start)
    self.count = count
  }

  @inline(__always)
  func byte(at index: Int) -> UInt8 { unsafe start.load(fromByteOffset: index, as: UInt8.self) }

  @inline(__always)
  func half(at index: Int) -> UInt64 {
    UInt64(unsafe start.loadUnaligned(fromByteOffset: index, as: UInt32.self))
  }

  @inline(__always)
  func word(at index: Int) -> UInt64 {
    unsafe start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
