import CByteScan
import ListeningSessions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of one block in memory, each ended by a line feed, and where their separators stand.
///
/// One worker uses one buffer for all its blocks. A block owns the lines that start in it, so the
/// buffer reaches back one byte, to see whether a line starts with the block, and forward to the
/// end of the last line.
@safe struct BlockBuffer: ~Copyable {
  /// Read beyond the block at once; few lines are longer.
  private static let reach = 4096
  /// Zeros kept readable after the last byte, for whoever reads words or sixty-four bytes.
  private static let padding = 64  // at least ByteHash.overread
  /// Longer lines are no history but something else, and would have to fit in memory.
  static let longestLine = 512 << 20

  private var storage: UnsafeMutableRawBufferPointer
  private let blockSize: Int
  /// Separators of the indexed lines, ascending; line feeds are marked.
  let separators: UnsafeMutablePointer<UInt32>
  /// A bit for each byte of 0x80 and above, a word for each sixty-four bytes.
  let high: UnsafeMutablePointer<UInt64>
  private let indexCapacity: Int
  private let vectorBits = sidelong_widest_vectors()

  private(set) var separatorCount = 0
  /// Whether all indexed lines are valid UTF-8.
  private(set) var isAllUTF8 = false
  /// Where the first line starts in the buffer.
  private(set) var start = 0
  /// Where the indexed lines end; a line longer than the index stands from here to `end`.
  private(set) var indexedEnd = 0
  /// The end of the last line, behind its line feed.
  private(set) var end = 0
  /// Whether the line feed at the end is not in the file.
  private(set) var isLastFeedAdded = false
  /// Offset in the file of the buffer's first byte.
  private(set) var fileOffset = 0

  init(blockSize: Int) {
    self.blockSize = blockSize
    indexCapacity = (1 + blockSize + Self.reach + 63) & ~63
    unsafe storage = .allocate(byteCount: indexCapacity + Self.padding, alignment: 64)
    unsafe separators = .allocate(capacity: indexCapacity + 16)
    unsafe high = .allocate(capacity: indexCapacity / 64)
  }

  deinit {
    unsafe storage.deallocate()
    unsafe separators.deallocate()
    unsafe high.deallocate()
  }

  /// The bytes from the buffer's start on.
  var bytes: UnsafePointer<UInt8> {
    unsafe UnsafePointer(storage.assumingMemoryBound(to: UInt8.self).baseAddress.unsafelyUnwrapped)
  }

  /// Marks a line feed among the separators; the others are tabs.
  static let lineFeed: UInt32 = 0x8000_0000

  /// Reads the lines that start in `block` and indexes their separators.
  mutating func load(_ block: InputSet.Block, of file: InputFile) throws {
    fileOffset = max(0, block.range.lowerBound - 1)
    var filled = try unsafe file.read(
      at: fileOffset, into: UnsafeMutableRawBufferPointer(rebasing: storage[..<readSize(of: block)])
    )
    let blockEnd = block.range.upperBound - fileOffset
    separatorCount = 0
    isLastFeedAdded = false
    guard let first = firstLine(of: block, before: blockEnd) else {
      (start, indexedEnd, end) = (0, 0, 0)
      return
    }
    start = first
    end = try endOfLine(from: blockEnd - 1, filled: &filled, of: file)
    try indexLines(lastLineFrom: blockEnd - 1)
  }

  /// Reads the next whole lines of a packed input, a block of them, and indexes their separators.
  ///
  /// - Returns: false at the end of the input.
  mutating func load(from content: UnpackedStream) throws -> Bool {
    fileOffset = content.offset
    separatorCount = 0
    isLastFeedAdded = false
    var filled = try unsafe content.read(
      into: UnsafeMutableRawBufferPointer(rebasing: storage[..<blockSize]))
    guard filled > 0 else { return false }
    start = 0
    end = filled
    if filled == blockSize {
      end =
        try lastLineFeed(before: filled).map { $0 + 1 }
        ?? endOfLine(filled: &filled, in: content)
    }
    unsafe content.putBack(UnsafeRawBufferPointer(rebasing: storage[end..<filled]))
    if unsafe bytes[end - 1] != 0x0A { addLineFeed(behind: end) }
    try indexLines(lastLineFrom: 0)
    return true
  }

  /// The end of a line that is longer than a block, or of the input.
  private mutating func endOfLine(
    filled: inout Int, in content: UnpackedStream
  ) throws -> Int {
    while true {
      guard filled <= Self.longestLine else { throw tooLong(0, in: content.path) }
      let searched = filled
      if unsafe filled + blockSize + Self.padding > storage.count {
        grow(toHold: 2 * filled + blockSize, keeping: filled)
      }
      filled += try unsafe content.read(
        into: UnsafeMutableRawBufferPointer(rebasing: storage[filled..<filled + blockSize]))
      if let feed = lineFeed(in: searched..<filled) { return feed + 1 }
      if filled < searched + blockSize { return filled }
    }
  }

  private mutating func addLineFeed(behind last: Int) {
    grow(toHold: last + 1, keeping: last)
    unsafe storage[last] = 0x0A
    isLastFeedAdded = true
    end = last + 1
  }

  private func readSize(of block: InputSet.Block) -> Int {
    block.range.upperBound - fileOffset + Self.reach
  }

  /// Where the first line of the block starts in the buffer, nil if none does.
  private func firstLine(of block: InputSet.Block, before blockEnd: Int) -> Int? {
    guard block.range.lowerBound > 0 else { return 0 }
    guard let feed = lineFeed(in: 0..<blockEnd - 1) else { return nil }
    return feed + 1
  }

  /// The end of the line that holds the byte at `index`, reading on as far as it goes.
  private mutating func endOfLine(
    from index: Int, filled: inout Int, of file: InputFile
  ) throws -> Int {
    var searched = index
    while true {
      if let feed = lineFeed(in: searched..<filled) { return feed + 1 }
      if fileOffset + filled >= file.byteCount { break }
      searched = filled
      guard filled - index <= Self.longestLine else { throw tooLong(index, in: file.path) }
      grow(toHold: filled * 2, keeping: filled)
      filled += try unsafe file.read(
        at: fileOffset + filled,
        into: UnsafeMutableRawBufferPointer(rebasing: storage[filled..<filled * 2]))
    }
    // The last line of a file may lack its line feed; give it one.
    addLineFeed(behind: filled)
    return end
  }

  private mutating func indexLines(lastLineFrom index: Int) throws {
    indexedEnd = end
    if end > indexCapacity {
      // Only the last line can reach so far; the lines before it are indexed.
      indexedEnd = max(start, lastLineFeed(before: index).map { $0 + 1 } ?? start)
    }
    unsafe (storage.baseAddress.unsafelyUnwrapped + end).initializeMemory(
      as: UInt8.self, repeating: 0, count: Self.padding)
    var isUTF8: Int32 = 0
    separatorCount = unsafe sidelong_index_separators(
      vectorBits, bytes, start, indexedEnd, separators, high, &isUTF8)
    isAllUTF8 = isUTF8 != 0
  }

  private func lineFeed(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return unsafe memchr(bytes + range.lowerBound, 0x0A, range.count).map { found in
      unsafe UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }
  }

  private func lastLineFeed(before index: Int) -> Int? {
    (0..<index).last { unsafe bytes[$0] == 0x0A }
  }

  private mutating func grow(toHold count: Int, keeping filled: Int) {
    guard unsafe count + Self.padding > storage.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count + Self.padding, alignment: 64)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<filled]))
    unsafe storage.deallocate()
    unsafe storage = larger
  }

  private func tooLong(_ index: Int, in path: String) -> AnalysisError {
    AnalysisError(
      .unusableInput,
      "\(path) has a line of over \(Self.longestLine >> 20) MiB near byte \(fileOffset + index)",
      advice: "give a text file with one listen a line")
  }
}
