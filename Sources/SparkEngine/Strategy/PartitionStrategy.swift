/// Into how many partitions the listens are spread by user.
///
/// On one machine a few for each core, so that a core that is done early finds more, or one for each
/// 50 users if that is more; on a cluster at least 200, or one for each 10 users. Spark puts small
/// ones together when it sees how much they hold (adaptive execution), so this is a limit from above.
public struct PartitionStrategy: Hashable, Sendable {
  /// Cores of the one machine; nil on a cluster.
  public let localCores: Int?
  /// A number to use whatever the users.
  public let override: Int?

  public init(localCores: Int?, override: Int? = nil) {
    self.localCores = localCores
    self.override = override
  }

  /// Reads off where the work is done.
  ///
  /// - Parameters:
  ///   - master: Spark's setting `spark.master`, such as `local[4]` or `spark://host:7077`.
  ///   - processors: the cores of the machine if it is one and the setting does not say.
  ///   - override: a number to use in any case.
  public init(master: String, processors: Int, override: Int? = nil) {
    self.override = override
    guard SparkMaster.isOneProcess(master) else {
      localCores = nil
      return
    }
    let inside = master.dropFirst("local[".count).prefix { $0 != "]" && $0 != "," }
    localCores = master == "local" ? 1 : Int(inside) ?? processors
  }

  /// The number of partitions for so many users; at least 1.
  ///
  /// - Parameter users: about how many users there are.
  /// - Returns: the number of partitions.
  public func partitions(users: Int) -> Int {
    if let override { return max(1, override) }
    guard let localCores else { return max(200, users / 10) }
    return max(localCores * 3, users / 50, 1)
  }
}
