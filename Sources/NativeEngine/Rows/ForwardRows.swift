import ListeningSessions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads rows of packed inputs again, by unpacking them from the beginning.
///
/// Rows asked for in the order of their positions cost one pass; going back costs a new one.
@safe final class ForwardRows {
  private static let step = 256 * 1024

  private let inputs: InputSet
  private let stream = UnpackedStream()
  private var file = -1
  private var storage: UnsafeMutableRawBufferPointer
  /// Offset in the content of the first byte in `storage`.
  private var start = 0
  private var count = 0
  /// Line feeds before `countedTo`.
  private var feedCount = 0
  private var countedTo = 0
  private var countsLines: Bool

  /// Prepares for rows.
  ///
  /// - Parameters:
  ///   - inputs: where they are.
  ///   - countsLines: whether line numbers will be asked for; doing so all the same costs a new pass.
  init(_ inputs: InputSet, countsLines: Bool) {
    self.inputs = inputs
    self.countsLines = countsLines
    unsafe storage = .allocate(byteCount: 0, alignment: 64)
  }

  deinit { unsafe storage.deallocate() }

  /// Calls `body` with the line that starts at `offset` of a packed file.
  func withLine<Result>(
    of file: Int, at offset: Int, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    try go(to: offset, of: file)
    var end = lineFeed(in: offset - start..<count)
    while end == nil {
      let searched = count - (offset - start)
      guard try readMore(from: offset) else {
        end = count
        break
      }
      end = lineFeed(in: offset - start + searched..<count)
    }
    let line = unsafe UnsafeRawBufferPointer(storage)[offset - start..<(end ?? count)]
    return try unsafe UnsafeRawBufferPointer(rebasing: line)
      .withMemoryRebound(to: UInt8.self) { try unsafe body(Span(_unsafeElements: $0)) }
  }

  /// Line feeds of the file before `offset`.
  func lineFeeds(of file: Int, before offset: Int) throws -> Int {
    if !countsLines || file != self.file || offset < countedTo { self.file = -1 }
    countsLines = true
    try go(to: offset, of: file)
    countFeeds(to: offset)
    return feedCount
  }

  /// Makes `offset` the first byte, or one among those in `storage`.
  private func go(to offset: Int, of file: Int) throws {
    if file != self.file || offset < start { try begin(file) }
    while offset >= start + count {
      guard try readMore(from: start + count) else {
        throw InputFile.changed(inputs.files[file].path)
      }
    }
  }

  private func begin(_ file: Int) throws {
    guard let member = inputs.files[file].member else { return }
    try stream.open(member)
    self.file = file
    (start, count, feedCount, countedTo) = (0, 0, 0, 0)
  }

  /// Reads on, keeping the bytes from `offset` on; false at the end.
  private func readMore(from offset: Int) throws -> Bool {
    if countsLines { countFeeds(to: offset) }
    let kept = unsafe UnsafeRawBufferPointer(rebasing: storage[(offset - start)..<count])
    if unsafe kept.count + Self.step > storage.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 2 * kept.count + Self.step, alignment: 64)
      unsafe larger.copyMemory(from: kept)
      unsafe storage.deallocate()
      unsafe storage = larger
    } else {
      unsafe storage.copyMemory(from: kept)
    }
    (start, count) = (offset, kept.count)
    let more = try unsafe stream.read(
      into: UnsafeMutableRawBufferPointer(rebasing: storage[count..<count + Self.step]))
    count += more
    return more > 0
  }

  private func countFeeds(to offset: Int) {
    var next = countedTo
    while next < offset, let feed = lineFeed(in: next - start..<offset - start) {
      feedCount += 1
      next = start + feed + 1
    }
    countedTo = max(countedTo, offset)
  }

  private func lineFeed(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = unsafe storage.baseAddress else { return nil }
    return unsafe memchr(base + range.lowerBound, 0x0A, range.count).map { found in
      unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
