/// What a cluster kept of a run's tables, and how often that was read instead of computed anew.
public struct StorageSummary: Hashable, Sendable {
  /// A table that was to be kept.
  public struct Table: Hashable, Sendable {
    public let partitions: Int
    /// Partitions of it that are kept.
    public let keptPartitions: Int
    public let memoryBytes: Int
    public let diskBytes: Int
    /// How often a partition of it was read, the first time among them.
    public let reads: Int

    public init(
      partitions: Int, keptPartitions: Int, memoryBytes: Int, diskBytes: Int, reads: Int
    ) {
      self.partitions = partitions
      self.keptPartitions = keptPartitions
      self.memoryBytes = memoryBytes
      self.diskBytes = diskBytes
      self.reads = reads
    }

    /// The first read of a partition computes it, and so does every read of one that is not kept.
    fileprivate var hits: Int {
      partitions == 0 ? 0 : max(0, reads - partitions) * keptPartitions / partitions
    }
  }

  public let partitions: Int
  public let keptPartitions: Int
  public let memoryBytes: Int
  public let diskBytes: Int
  /// Reads of a partition.
  public let reads: Int
  /// Reads that found the partition kept.
  public let hits: Int

  /// The share of the reads that were hits; 0 without any.
  public var hitRatio: Double { reads == 0 ? 0 : Double(hits) / Double(reads) }

  /// Sums up tables.
  public init(_ tables: [Table]) {
    partitions = tables.reduce(0) { $0 + $1.partitions }
    keptPartitions = tables.reduce(0) { $0 + $1.keptPartitions }
    memoryBytes = tables.reduce(0) { $0 + $1.memoryBytes }
    diskBytes = tables.reduce(0) { $0 + $1.diskBytes }
    reads = tables.reduce(0) { $0 + $1.reads }
    hits = tables.reduce(0) { $0 + $1.hits }
  }
}
