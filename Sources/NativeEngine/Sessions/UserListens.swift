import ListeningSessions

/// Puts one user's listens in order and drops the duplicates; one for each worker.
@safe struct UserListens: ~Copyable {
  private let listens: ScannedListens
  private let ordersSeconds: Bool
  private var reader: RowReader
  private var records: UnsafeMutableBufferPointer<ListenRecord>
  private var spare: UnsafeMutableBufferPointer<ListenRecord>
  /// The rows of the user that were left out, equal to earlier ones.
  private(set) var duplicates: [ListenRecord] = []

  /// Prepares for users one after another.
  ///
  /// - Parameters:
  ///   - listens: what the scan found.
  ///   - inputs: where rows are read again to compare them.
  ///   - ordersSeconds: whether listens of one second come in the order of their rows, which
  ///     sessions do not ask for and the rules of quality do.
  init(_ listens: ScannedListens, inputs: InputSet, ordersSeconds: Bool = false) {
    self.listens = listens
    self.ordersSeconds = ordersSeconds
    reader = RowReader(inputs)
    unsafe records = .allocate(capacity: 0)
    unsafe spare = .allocate(capacity: 0)
  }

  deinit {
    unsafe records.deallocate()
    unsafe spare.deallocate()
  }

  /// The listens of `user` in time order, without duplicates; valid until the next call.
  mutating func load(_ user: Int) throws -> UnsafeBufferPointer<ListenRecord> {
    let rowCount = listens.rowCount(of: user)
    makeRoom(for: rowCount)
    guard let first = unsafe records.baseAddress, let other = unsafe spare.baseAddress else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    unsafe _ = listens.copy(of: user, to: first)
    unsafe RadixSort.sort(first, spare: other, count: rowCount)
    let count = try dropDuplicates(among: rowCount)
    if ordersSeconds {
      unsafe RadixSort.sortWithinSeconds(first, count) { $0.position < $1.position }
    }
    return unsafe UnsafeBufferPointer(start: first, count: count)
  }

  private mutating func makeRoom(for count: Int) {
    guard unsafe count > records.count else { return }
    unsafe records.deallocate()
    unsafe spare.deallocate()
    unsafe records = .allocate(capacity: count)
    unsafe spare = .allocate(capacity: count)
  }

  /// Moves the listens that stay to the front and tells how many they are.
  private mutating func dropDuplicates(among rowCount: Int) throws -> Int {
    var kept = 0
    duplicates.removeAll(keepingCapacity: true)
    for index in 0..<rowCount {
      let record = unsafe records[index]
      if try isDuplicate(record, ofKeptBefore: kept) {
        duplicates.append(record)
        continue
      }
      unsafe records[kept] = record
      kept += 1
    }
    return kept
  }

  /// Whether a kept listen of the same second has the same names, which the rows' bytes decide.
  ///
  /// Listens of one second stand by the hash of their names, then by position: only those with the
  /// same hash are compared, and of equal rows the first is kept.
  @inline(__always)
  private mutating func isDuplicate(_ record: ListenRecord, ofKeptBefore kept: Int) throws -> Bool {
    var earlier = kept - 1
    while unsafe earlier >= 0 && records[earlier].seconds == record.seconds
      && records[earlier].mayEqual(record)
    {
      if try unsafe haveSameNames(record, records[earlier]) { return true }
      earlier -= 1
    }
    return false
  }

  private mutating func haveSameNames(
    _ left: ListenRecord, _ right: ListenRecord
  ) throws -> Bool {
    let song = try reader.withLine(at: left.position) { ListenLine.listen(in: $0)?.song }
    return try reader.withLine(at: right.position) { ListenLine.listen(in: $0)?.song } == song
  }
}
