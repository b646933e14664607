#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads rows again by their position, a window of the file at a time.
///
/// Rows of one user mostly stand near each other, so a few windows serve many rows. Rows of packed
/// inputs come from those at hand (`InputSet.held`), or else by unpacking: then they should be asked
/// for in the order of their positions. One reader for each worker.
@safe struct RowReader: ~Copyable {
  private struct Window: BitwiseCopyable {
    var file = -1
    var start = 0
    var count = 0
  }

  /// Half before the row and half behind it: histories are read newest first as often as not.
  private static let windowSize = 8192
  private static let windowCount = 16

  private let inputs: InputSet
  private let storage: UnsafeMutableRawBufferPointer
  private var windows = Array(repeating: Window(), count: windowCount)
  private var longLine: [UInt8] = []
  private let forward: ForwardRows

  /// Prepares for rows; `countsLines` where line numbers in packed inputs will be asked for.
  init(_ inputs: InputSet, countsLines: Bool = false) {
    self.inputs = inputs
    forward = ForwardRows(inputs, countsLines: countsLines)
    unsafe storage = .allocate(byteCount: Self.windowSize * Self.windowCount, alignment: 64)
  }

  deinit { unsafe storage.deallocate() }

  /// Calls `body` with the line at `position`, without its line feed.
  mutating func withLine<Result>(
    at position: Int, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    let (file, offset) = inputs.locate(position)
    if inputs.files[file].isPacked {
      return try inputs.held.withLine(at: position, body)
        ?? forward.withLine(of: file, at: offset, body)
    }
    let slot = (file &+ offset / (Self.windowSize / 2)) % Self.windowCount
    if let line = unsafe line(in: slot, of: file, at: offset) {
      return try unsafe body(Span(_unsafeElements: line))
    }
    try load(slot, of: file, around: offset)
    if let line = unsafe line(in: slot, of: file, at: offset) {
      return try unsafe body(Span(_unsafeElements: line))
    }
    try loadLongLine(of: inputs.files[file], at: offset)
    return try body(longLine.span)
  }

  /// The line number, from 1, of a row of a packed input.
  mutating func lineNumber(at position: Int) throws -> Int {
    if let known = inputs.held.lineNumber(at: position) { return known }
    let (file, offset) = inputs.locate(position)
    return try forward.lineFeeds(of: file, before: offset) + 1
  }

  /// The whole line in the window, nil when the window does not hold all of it.
  private func line(in slot: Int, of file: Int, at offset: Int) -> UnsafeBufferPointer<UInt8>? {
    let window = windows[slot]
    guard window.file == file, offset >= window.start, offset < window.start + window.count else {
      return nil
    }
    let bytes = unsafe bytes(of: slot)
    let rest = unsafe UnsafeBufferPointer(rebasing: bytes[(offset - window.start)..<window.count])
    guard let start = rest.baseAddress else { return nil }
    if let end = unsafe memchr(start, 0x0A, rest.count) {
      let count = unsafe UnsafeRawPointer(end) - UnsafeRawPointer(start)
      return unsafe UnsafeBufferPointer(rebasing: rest[..<count])
    }
    // The last line of a file needs no line feed.
    return unsafe window.start + window.count == inputs.files[file].byteCount ? rest : nil
  }

  private func bytes(of slot: Int) -> UnsafeBufferPointer<UInt8> {
    let window = unsafe storage[slot * Self.windowSize..<(slot + 1) * Self.windowSize]
    return unsafe UnsafeBufferPointer(
      UnsafeMutableRawBufferPointer(rebasing: window).assumingMemoryBound(to: UInt8.self))
  }

  private mutating func load(_ slot: Int, of file: Int, around offset: Int) throws {
    let start = max(0, offset - Self.windowSize / 2)
    let target = unsafe storage[slot * Self.windowSize..<(slot + 1) * Self.windowSize]
    let count = try unsafe inputs.files[file].read(
      at: start, into: UnsafeMutableRawBufferPointer(rebasing: target))
    windows[slot] = Window(file: file, start: start, count: count)
  }

  private mutating func loadLongLine(of file: InputFile, at offset: Int) throws {
    var size = 64 * 1024
    while true {
      longLine = unsafe try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = try unsafe file.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      }
      if let end = longLine.firstIndex(of: 0x0A) {
        longLine.removeSubrange(end...)
        return
      }
      if longLine.count < size { return }
      size *= 2
    }
  }
}
