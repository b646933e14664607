/// How evenly the rows fell into partitions, and what was written out of memory.
public struct PartitionSummary: Hashable, Sendable {
  public let count: Int
  public let leastRows: Int
  public let meanRows: Double
  public let greatestRows: Int
  /// Bytes written to temporary storage; nil where a cluster does not tell.
  public let spilledBytes: Int?

  /// The greatest over the mean: 1 when all are alike.
  public var skew: Double { meanRows == 0 ? 1 : Double(greatestRows) / meanRows }

  /// Sums up partitions by their rows.
  public init(rowCounts: [Int], spilledBytes: Int?) {
    count = rowCounts.count
    leastRows = rowCounts.min() ?? 0
    greatestRows = rowCounts.max() ?? 0
    meanRows = Double(rowCounts.reduce(0, +)) / Double(max(rowCounts.count, 1))
    self.spilledBytes = spilledBytes
  }
}
