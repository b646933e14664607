#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads rows again by their position, a window of the file at a time.
///
/// Rows of one user mostly stand near each other, so a few windows serve many rows; where row follows
/// row, in either direction, a longer stretch is read at once. Rows of packed
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
  /// The window behind the others, for a stretch.
  private static let stretch = windowCount
  private static let stretchSize = 65536

  private let inputs: InputSet
  private let storage: UnsafeMutableRawBufferPointer
  private var windows = Array(repeating: Window(), count: windowCount + 1)
  /// The window that was loaded last.
  private var lastLoaded = 0
  private var longLine: [UInt8] = []
  private let forward: ForwardRows

  /// Prepares for rows; `countsLines` where line numbers in packed inputs will be asked for.
  init(_ inputs: InputSet, countsLines: Bool = false) {
    self.inputs = inputs
    forward = ForwardRows(inputs, countsLines: countsLines)
    unsafe storage = .allocate(
      byteCount: Self.windowSize * Self.windowCount + Self.stretchSize, alignment: 64)
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
    if let line = unsafe line(in: Self.stretch, of: file, at: offset) {
      return try unsafe body(Span(_unsafeElements: line))
    }
    var slot = (file &+ offset / (Self.windowSize / 2)) % Self.windowCount
    if let line = unsafe line(in: slot, of: file, at: offset) {
      return try unsafe body(Span(_unsafeElements: line))
    }
    if let start = startOfStretch(to: offset, of: file) {
      slot = Self.stretch
      try load(slot, of: file, from: start)
    } else {
      try load(slot, of: file, from: max(0, offset - Self.windowSize / 2))
    }
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

  /// Where a stretch begins that goes on where the last window ends, or ends where that begins; nil
  /// where the row is not near it.
  private func startOfStretch(to offset: Int, of file: Int) -> Int? {
    let last = windows[lastLoaded]
    guard file == last.file, offset >= last.start - 2 * Self.windowSize,
      offset < last.start + last.count + 2 * Self.windowSize
    else { return nil }
    return offset > last.start ? offset : max(0, offset + Self.windowSize - Self.stretchSize)
  }

  private func storage(of slot: Int) -> UnsafeMutableRawBufferPointer {
    let start = slot * Self.windowSize
    let size = slot == Self.stretch ? Self.stretchSize : Self.windowSize
    return unsafe UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + size])
  }

  private func bytes(of slot: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(storage(of: slot).assumingMemoryBound(to: UInt8.self))
  }

  private mutating func load(_ slot: Int, of file: Int, from start: Int) throws {
    let count = try unsafe inputs.files[file].read(at: start, into: storage(of: slot))
    windows[slot] = Window(file: file, start: start, count: count)
    lastLoaded = slot
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
