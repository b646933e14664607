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

  /// Puts listens in time order, those that stay at the front.
  ///
  /// - Parameters:
  ///   - records: the listens; whole seconds, if they are not all of the user's.
  ///   - spare: as large.
  ///   - count: how many they are.
  ///   - duplicates: takes those that equal an earlier one.
  /// - Returns: how many stay.
  /// - Throws: `AnalysisError` when rows cannot be read again.
  mutating func arrange(
    _ records: UnsafeMutablePointer<ListenRecord>, spare: UnsafeMutablePointer<ListenRecord>,
    count: Int, duplicates: inout Duplicates
  ) throws -> Int {
    unsafe RadixSort.sort(records, spare: spare, count: count)
    if case .gathering(let candidates) = decision {
      unsafe candidates.take(UnsafeBufferPointer(start: records, count: count))
      return count
    }
    let kept = try unsafe dropDuplicates(of: records, count, into: &duplicates)
    if ordersSeconds {
      unsafe RadixSort.sortWithinSeconds(records, kept) { $0.position < $1.position }
    }
    return kept
  }

  private mutating func dropDuplicates(
    of records: UnsafeMutablePointer<ListenRecord>, _ count: Int, into duplicates: inout Duplicates
  ) throws -> Int {
    var kept = 0
    for index in 0..<count {
      let record = unsafe records[index]
      if try unsafe isDuplicate(record, of: records, keptBefore: kept) {
        duplicates.take(record)
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
  private mutating func isDuplicate(
    _ record: ListenRecord, of records: UnsafeMutablePointer<ListenRecord>, keptBefore kept: Int
  ) throws -> Bool {
    if case .known(let positions) = decision { return positions.containsSorted(record.position) }
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
