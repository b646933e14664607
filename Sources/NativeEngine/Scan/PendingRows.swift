import ListeningSessions

/// Rows of a block that were accepted and wait until what is known of their songs has come from memory.
///
/// Looked up at once, each row would wait for memory by itself; so some rows are gathered, the
/// places of all are asked for, and then they are taken one after the other.
@safe struct PendingRows: ~Copyable {
  /// A row in half a cache line: where its fields are, the block's separators tell again.
  struct Row: BitwiseCopyable {
    let playHash: UInt64
    let seconds: UInt32
    /// Whether a row beside it may be of the same second.
    let mayShareSecond: Bool
    /// Where the line starts.
    fileprivate let start: UInt32
    /// Index of its first tab among the separators.
    fileprivate let firstTab: UInt32
    fileprivate let trackEnd: UInt32

    @inline(__always)
    init(
      _ names: RowNames, playHash: UInt64, start: Int, firstTab: Int, seconds: UInt32,
      mayShareSecond: Bool
    ) {
      self.playHash = playHash
      self.seconds = seconds
      self.mayShareSecond = mayShareSecond
      self.start = UInt32(truncatingIfNeeded: start)
      self.firstTab = UInt32(truncatingIfNeeded: firstTab)
      trackEnd = UInt32(truncatingIfNeeded: names.trackName.upperBound)
    }
  }

  private static let capacity = 64

  private let rows = UnsafeMutablePointer<Row>.allocate(capacity: capacity)
  private(set) var count = 0

  deinit { unsafe rows.deallocate() }

  var isFull: Bool { count == Self.capacity }

  subscript(index: Int) -> Row {
    @inline(__always) get { unsafe rows[index] }
  }

  @inline(__always)
  mutating func append(_ row: Row) {
    unsafe (rows + count).initialize(to: row)
    count += 1
  }

  mutating func removeAll() { count = 0 }
}

extension PendingRows.Row {
  /// Where the user id stands in the block.
  @inline(__always)
  func user(in buffer: borrowing BlockBuffer) -> Range<Int> {
    Int(start)..<separator(0, of: buffer)
  }

  /// The line without its line feed.
  func line(in buffer: borrowing BlockBuffer) -> Range<Int> {
    Int(start)..<separator(5, of: buffer)
  }

  /// The names as they stand in the block, which starts at `base` of the input set.
  @inline(__always)
  func names(in buffer: borrowing BlockBuffer, base: Int) -> RowNames {
    let timeEnd = separator(1, of: buffer)
    let artist = separator(2, of: buffer) + 1
    let artistEnd = separator(3, of: buffer)
    let track = separator(4, of: buffer) + 1
    return unsafe RowNames(
      bytes: buffer.bytes, artistMBID: timeEnd + 1..<artist - 1, artistName: artist..<artistEnd,
      trackMBID: artistEnd + 1..<track - 1, trackName: track..<Int(trackEnd),
      position: base + Int(start))
  }

  @inline(__always)
  private func separator(_ number: Int, of buffer: borrowing BlockBuffer) -> Int {
    unsafe Int(buffer.separators[Int(firstTab) + number] & ~BlockBuffer.lineFeed)
  }
}
