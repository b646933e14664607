public import WholeFiles

/// A listening history in the format of Last.fm-1K, made up row by row from a seed.
///
/// ```swift
/// let history = SyntheticHistory(HistoryShape(rows: 1_000_000, seed: 42, faultRate: 0.01))
/// let truth = try history.write(toFile: "listens.tsv")
/// // truth.listens + truth.duplicates + truth.rejected.values.reduce(0, +) == 1_000_000
/// ```
///
/// Equal shapes give equal bytes on every machine, and shapes that differ only in their order give
/// the same lines. Nothing of a history is kept: memory stays at some tens of megabytes whatever
/// the rows. Ordering by time or at random makes the rows again for every `sliceRows` of them.
public struct SyntheticHistory: Sendable {
  /// Rows that are put in order at a time: 32 MB of them, and half of that again while sorting.
  static let sliceRows = 1 << 21

  private let shape: HistoryShape

  public init(_ shape: HistoryShape) {
    self.shape = shape
  }

  /// Streams the lines of the history to `sink`, in blocks of whole lines of half a megabyte.
  ///
  /// - Returns: what was written, counted.
  /// - Throws: `SyntheticHistoryError` when no history can have this shape, and what `sink` throws.
  @discardableResult
  public func write(to sink: (borrowing [UInt8]) throws -> Void) throws -> InjectedFaults {
    let users = try HistoryUsers(shape)
    var block = RowBlock()
    let append = { (row: SyntheticRow) in try block.append(row, sink: sink) }
    switch shape.order {
    case .user:
      try users.forEachRow(append)
    case .time:
      try TimeOrder.forEachRow(of: users, sliceRows: SyntheticHistory.sliceRows, append)
    case .random:
      try RandomOrder.forEachRow(
        of: users, rows: shape.rows, seed: shape.seed, sliceRows: SyntheticHistory.sliceRows,
        append)
    }
    try block.empty(into: sink)
    return block.counts
  }

  /// Writes the history to a file and, if it has faults, the counts to `path.truth.json`.
  ///
  /// Both appear when they are whole, and together. Without faults an older `path.truth.json` is
  /// removed, since it told of another history.
  ///
  /// - Returns: what was written, counted.
  /// - Throws: `SyntheticHistoryError` when no history can have this shape, `AnalysisError` when a
  ///   file cannot be created or written.
  @discardableResult
  public func write(
    toFile path: String, among unfinished: UnfinishedFiles = UnfinishedFiles()
  ) throws -> InjectedFaults {
    try shape.validate()
    let truthPath = path + ".truth.json"
    let history = try WholeFile(path, among: unfinished)
    guard shape.faultRate > 0 else {
      let counts = try write { try history.append($0) }
      try unfinished.publish([history], removing: [truthPath])
      return counts
    }
    let truth = try WholeFile(truthPath, among: unfinished)
    let counts = try write { try history.append($0) }
    try truth.append(counts.json)
    try unfinished.publish([history, truth])
    return counts
  }
}
