/// Writes one user's listens after another into the columns of a file; one for each worker.
@safe struct ListenColumns: ~Copyable {
  private let file: ListenFileWriter
  private let pages = PageBuffer(byteCount: ListenFile.pieceCount * 12)
  private var first = 0
  private var written = 0
  private var filled = 0
  private var secondsChecksum: UInt64 = 0
  private var rowsChecksum: UInt64 = 0

  init(_ file: ListenFileWriter) {
    self.file = file
  }

  /// Begins the listens of a user, whose first goes to index `first`.
  mutating func begin(at first: Int) {
    self.first = first
    (written, filled, secondsChecksum, rowsChecksum) = (0, 0, 0, 0)
  }

  /// Adds the next listens of the user.
  mutating func append(_ records: UnsafeBufferPointer<ListenRecord>) throws {
    for index in 0..<records.count {
      let record = unsafe records[index]
      unsafe seconds[filled] = record.seconds
      unsafe rows[filled] = record.row
      filled += 1
      if filled == ListenFile.pieceCount { try flush() }
    }
  }

  /// Ends the listens of the user and tells where they stand.
  mutating func finish() throws -> ListenFile.Entry {
    if filled > 0 { try flush() }
    return ListenFile.Entry(
      first: first, count: written, secondsChecksum: secondsChecksum, rowsChecksum: rowsChecksum)
  }

  private var rows: UnsafeMutablePointer<UInt64> {
    unsafe pages.start.assumingMemoryBound(to: UInt64.self)
  }

  private var seconds: UnsafeMutablePointer<UInt32> {
    let start = unsafe pages.start + ListenFile.pieceCount * ListenFile.rowSize
    return unsafe start.assumingMemoryBound(to: UInt32.self)
  }

  private mutating func flush() throws {
    let values = unsafe UnsafeBufferPointer(start: seconds, count: filled)
    let rowValues = unsafe UnsafeBufferPointer(start: rows, count: filled)
    unsafe secondsChecksum = Checksum.of(UnsafeRawBufferPointer(values), seed: secondsChecksum)
    unsafe rowsChecksum = Checksum.of(UnsafeRawBufferPointer(rowValues), seed: rowsChecksum)
    try unsafe file.write(seconds: values, rows: rowValues, at: first + written)
    written += filled
    filled = 0
  }
}
