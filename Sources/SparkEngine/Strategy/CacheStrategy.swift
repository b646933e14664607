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

  /// Reads off what the cluster has.
  ///
  /// - Parameters:
  ///   - master: Spark's setting `spark.master`.
  ///   - driverMemory: `spark.driver.memory`, where the work of `local[…]` is done.
  ///   - executorMemory: `spark.executor.memory`.
  ///   - executors: `spark.executor.instances`; the memory is unknown where it is not set.
  public init(
    master: String, driverMemory: String?, executorMemory: String?, executors: String?
  ) {
    let isLocal = SparkMaster.isOneProcess(master)
    let heap = CacheStrategy.bytes(isLocal ? driverMemory : executorMemory)
    let count = isLocal ? 1 : executors.flatMap { Int($0) }
    // Spark leaves about half of a heap to what is kept.
    self.init(memory: heap.flatMap { heap in count.map { heap / 2 * $0 } })
  }

  /// A size as Spark writes it, such as `800m` or `4g`; nil for what is none.
  static func bytes(_ size: String?) -> Int? {
    guard let size, let unit = size.lowercased().last else { return nil }
    let shifts: [Character: Int] = ["k": 10, "m": 20, "g": 30, "t": 40]
    guard let shift = shifts[unit] else { return Int(size) }
    return Int(size.dropLast()).map { $0 << shift }
  }

  /// Where to keep the lines of inputs of so many bytes.
  public func storage(inputBytes: Int) -> ClusterStorage {
    guard let memory, inputBytes / 2 > memory else { return .memory }
    return .disk
  }
}
