/// Room for listens that a worker orders, in pages that go back to the system with it.
@safe struct RecordBuffer: ~Copyable {
  private var pages = PageBuffer(byteCount: 0)

  /// How many listens have room.
  var capacity: Int { pages.byteCount / MemoryLayout<ListenRecord>.stride }

  /// Makes room for `count` listens; what the buffer held is lost if it must grow.
  mutating func makeRoom(for count: Int) {
    let byteCount = count * MemoryLayout<ListenRecord>.stride
    guard byteCount > pages.byteCount else { return }
    pages = PageBuffer(byteCount: 0)
    pages = PageBuffer(byteCount: byteCount)
  }

  /// Makes room for `count` listens and keeps the first `kept`.
  mutating func grow(toHold count: Int, keeping kept: Int) {
    let larger = PageBuffer(byteCount: count * MemoryLayout<ListenRecord>.stride)
    unsafe larger.start.copyMemory(
      from: pages.start, byteCount: kept * MemoryLayout<ListenRecord>.stride)
    pages = larger
  }

  /// The first listen; not to be used before `makeRoom`.
  var start: UnsafeMutablePointer<ListenRecord> {
    unsafe pages.start.assumingMemoryBound(to: ListenRecord.self)
  }

  /// Records in a buffer that others pass through.
  static let windowCount = 1 << 14

  /// A buffer that others pass through.
  static func window() -> RecordBuffer {
    var buffer = RecordBuffer()
    buffer.makeRoom(for: windowCount)
    return buffer
  }
}
