/// Writes one user's listens after another into the columns of a file; one for each worker.
///
/// Users whose listens follow one another are written together, for a write costs as much as
/// putting hundreds of listens in order.
@safe struct ListenColumns: ~Copyable {
  /// Listens that wait for more before they are written.
  private static let gatheredCount = 1 << 12
  private static let capacity = ListenFile.pieceCount + gatheredCount

  private let file: ListenFileWriter
  private let pages = PageBuffer(
    byteCount: capacity * (ListenFile.rowSize + ListenFile.secondsSize))
  /// Index of the user's first listen in the file.
  private var first = 0
  /// Index in the file of the first listen that waits.
  private var start = 0
  private var filled = 0
  /// Where among those that wait the piece begins whose checksum is still to be taken.
  private var pieceStart = 0
  private var secondsChecksum: UInt64 = 0
  private var rowsChecksum: UInt64 = 0

  init(_ file: ListenFileWriter) {
    self.file = file
  }

  /// Begins the listens of a user, whose first goes to index `first`.
  mutating func begin(at first: Int) throws {
    if first != start + filled {
      try flush()
      start = first
    }
    self.first = first
    (pieceStart, secondsChecksum, rowsChecksum) = (filled, 0, 0)
  }

  /// Adds the next listens of the user.
  mutating func append(_ records: UnsafeBufferPointer<ListenRecord>) throws {
    for index in 0..<records.count {
      let record = unsafe records[index]
      unsafe seconds[filled] = record.seconds
      unsafe rows[filled] = record.row
      filled += 1
      if filled - pieceStart == ListenFile.pieceCount {
        takeChecksums()
        try flush()
      }
    }
  }

  /// Ends the listens of the user and tells where they will stand after the next `flush`.
  mutating func finish() throws -> ListenFile.Entry {
    if filled > pieceStart { takeChecksums() }
    let entry = ListenFile.Entry(
      first: first, count: start + filled - first, secondsChecksum: secondsChecksum,
      rowsChecksum: rowsChecksum)
    if filled >= Self.gatheredCount { try flush() }
    return entry
  }

  /// Writes the listens that wait.
  mutating func flush() throws {
    if filled > 0 {
      try unsafe file.write(
        seconds: UnsafeBufferPointer(start: seconds, count: filled),
        rows: UnsafeBufferPointer(start: rows, count: filled), at: start)
    }
    start += filled
    (filled, pieceStart) = (0, 0)
  }

  private var rows: UnsafeMutablePointer<UInt64> {
    unsafe pages.start.assumingMemoryBound(to: UInt64.self)
  }

  private var seconds: UnsafeMutablePointer<UInt32> {
    let start = unsafe pages.start + Self.capacity * ListenFile.rowSize
    return unsafe start.assumingMemoryBound(to: UInt32.self)
  }

  private mutating func takeChecksums() {
    let count = filled - pieceStart
    let secondsPiece = unsafe UnsafeBufferPointer(start: seconds + pieceStart, count: count)
    let rowsPiece = unsafe UnsafeBufferPointer(start: rows + pieceStart, count: count)
    unsafe secondsChecksum = Checksum.of(
      UnsafeRawBufferPointer(secondsPiece), seed: secondsChecksum)
    unsafe rowsChecksum = Checksum.of(UnsafeRawBufferPointer(rowsPiece), seed: rowsChecksum)
    pieceStart = filled
  }
}
