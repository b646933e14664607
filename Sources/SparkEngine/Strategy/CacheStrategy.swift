/// Where the validated lines are kept while several queries read them.
///
/// They take about as much memory as the inputs have bytes, uncompressed. Spark gives kept data at
/// most 60 % of a heap's rest; where that is not enough for half of them, memory would be filled and
/// emptied again for nothing, so they go to the disks at once.
public struct CacheStrategy: Hashable, Sendable {
  /// Bytes that the cluster can keep in memory; nil: unknown.
  public let memory: Int?

  public init(memory: Int?) {
    self.memory = memory
  }

  /// The name of the storage level for inputs of so many bytes.
  ///
  /// - Parameter inputBytes: size of all inputs.
  /// - Returns: a storage level of Spark.
  public func level(inputBytes: Int) -> String {
    guard let memory, inputBytes / 2 > memory else { return "MEMORY_AND_DISK" }
    return "DISK_ONLY"
  }
}
