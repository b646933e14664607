/// Collects rows as lines in a block, hands the block on when it is full, and counts the rows.
struct RowBlock {
  /// Half a megabyte: stays in the cache, and takes few calls to write.
  private static let capacity = 1 << 19
  /// More than the longest line has.
  private static let longestLine = 1024

  private let renderer = RowRenderer()
  private var bytes = [UInt8](repeating: 0, count: capacity)
  private var end = 0
  /// What was appended so far.
  private(set) var counts = InjectedFaults()

  /// Appends one row; the lines until now go to `sink` if there might be no room for another.
  mutating func append(_ row: SyntheticRow, sink: (borrowing [UInt8]) throws -> Void) rethrows {
    counts.count(row.kind)
    renderer.append(row, to: &bytes, at: &end)
    if end > RowBlock.capacity - RowBlock.longestLine { try empty(into: sink) }
  }

  /// Hands on the lines since the last time, if there are any.
  mutating func empty(into sink: (borrowing [UInt8]) throws -> Void) rethrows {
    guard end > 0 else { return }
    let unused = bytes.count - end
    // Near the end of the block as a rule, so cheaper than a copy of its beginning.
    bytes.removeLast(unused)
    try sink(bytes)
    bytes.append(contentsOf: repeatElement(0, count: unused))
    end = 0
  }
}
