/// Rows that were accepted and wait until what is known of their songs has come from memory.
///
/// Looked up at once, each row would wait for memory by itself; so some rows are gathered, the
/// places of all are asked for, and then they are taken one after the other.
@safe struct PendingRows: ~Copyable {
  struct Row: BitwiseCopyable {
    let names: RowNames
    let mbids: SongMBIDs
    /// Where the line starts, its user id ends and its line feed stands.
    let start: UInt32
    let userEnd: UInt32
    let lineEnd: UInt32
    let seconds: UInt32
    /// Whether it has a finding of severity error; nil while that is open.
    var hasError: Bool?

    var user: Range<Int> { Int(start)..<Int(userEnd) }
    var line: Range<Int> { Int(start)..<Int(lineEnd) }
  }

  private static let capacity = 32

  private let rows = UnsafeMutablePointer<Row>.allocate(capacity: capacity)
  private(set) var count = 0

  deinit { unsafe rows.deallocate() }

  var isFull: Bool { count == Self.capacity }

  subscript(index: Int) -> Row {
    @inline(__always) get { unsafe rows[index] }
  }

  /// Notes whether a row has a finding of severity error.
  @inline(__always)
  mutating func setHasError(_ hasError: Bool?, at index: Int) {
    unsafe rows[index].hasError = hasError
  }

  @inline(__always)
  mutating func append(_ row: Row) {
    unsafe (rows + count).initialize(to: row)
    count += 1
  }

  mutating func removeAll() { count = 0 }
}
