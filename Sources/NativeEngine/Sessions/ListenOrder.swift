import ListeningSessions

/// Puts listens of one user in order and drops the duplicates; one for each worker.
struct ListenOrder: ~Copyable {
  private let ordersSeconds: Bool
  private let decision: DuplicateDecision
  private var reader: RowReader

  /// Prepares for users one after another.
  ///
  /// - Parameters:
  ///   - inputs: where rows are read again to compare them.
  ///   - ordersSeconds: whether listens of one second come in the order of their rows, which
  ///     sessions do not ask for and the rules of quality do.
  init(_ inputs: InputSet, ordersSeconds: Bool) {
    self.ordersSeconds = ordersSeconds
    decision = inputs.duplicates
    reader = RowReader(inputs)
  }

  /// Puts listens in time order and drops duplicates.
  ///
  /// - Parameters:
  ///   - records: the listens; whole seconds, if they are not all of the user's.
  ///   - spare: as large.
  ///   - count: how many they are.
  ///   - duplicates: takes those that equal an earlier one.
  /// - Returns: those that stay, at the front of `records` or of `spare`.
  /// - Throws: `AnalysisError` when rows cannot be read again.
  mutating func arrange(
    _ records: UnsafeMutablePointer<ListenRecord>, spare: UnsafeMutablePointer<ListenRecord>,
    count: Int, duplicates: inout Duplicates
  ) throws -> UnsafeBufferPointer<ListenRecord> {
    let sorted = unsafe RadixSort.sort(
      records, spare: spare, count: count, ordersSeconds: ordersSeconds)
    if case .gathering(let candidates) = decision {
      let all = unsafe UnsafeBufferPointer(start: sorted.start, count: count)
      unsafe candidates.take(all)
      return unsafe all
    }
    let kept = try unsafe dropDuplicates(
      of: sorted.start, count, hasAlike: sorted.hasAlike, into: &duplicates)
    if ordersSeconds, unsafe sorted.hasAlike {
      unsafe RadixSort.forEachSharedSecond(of: sorted.start, kept) { second in
        unsafe second.sort { $0.position < $1.position }
      }
    }
    return unsafe UnsafeBufferPointer(start: sorted.start, count: kept)
  }

  /// Whether listens are of one second and may have the same names.
  ///
  /// Listens of one second stand by the hash of their names, then by position: duplicates follow one
  /// another, the first row of them in front.
  @inline(__always)
  private static func mayBeAlike(_ left: ListenRecord, _ right: ListenRecord) -> Bool {
    left.seconds == right.seconds && left.mayEqual(right)
  }

  private mutating func dropDuplicates(
    of records: UnsafeMutablePointer<ListenRecord>, _ count: Int, hasAlike: Bool,
    into duplicates: inout Duplicates
  ) throws -> Int {
    if case .known(let positions) = decision {
      return unsafe drop(positions, from: records, count, into: &duplicates)
    }
    // Most users have none.
    guard hasAlike else { return count }
    let firstAlike = (1..<max(1, count)).first { index in
      unsafe Self.mayBeAlike(records[index - 1], records[index])
    }
    guard let second = firstAlike else { return count }
    var kept = second
    var previous = unsafe records[second - 1]
    // The songs of the listens that may be alike; each of their rows is read once.
    var songs: Set<Song?> = []
    for index in second..<count {
      let record = unsafe records[index]
      defer { previous = record }
      if !Self.mayBeAlike(previous, record) {
        if !songs.isEmpty { songs.removeAll(keepingCapacity: true) }
      } else {
        if songs.isEmpty { songs.insert(try song(of: previous)) }
        if !songs.insert(try song(of: record)).inserted {
          duplicates.take(record)
          continue
        }
      }
      unsafe records[kept] = record
      kept += 1
    }
    return kept
  }

  /// Drops what was found out to be a duplicate before.
  private func drop(
    _ positions: [Int], from records: UnsafeMutablePointer<ListenRecord>, _ count: Int,
    into duplicates: inout Duplicates
  ) -> Int {
    var kept = 0
    for index in 0..<count {
      let record = unsafe records[index]
      if positions.containsSorted(record.position) {
        duplicates.take(record)
      } else {
        unsafe records[kept] = record
        kept += 1
      }
    }
    return kept
  }

  private mutating func song(of record: ListenRecord) throws -> Song? {
    try reader.withLine(at: record.position) { ListenLine.listen(in: $0)?.song }
  }
}
