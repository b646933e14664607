/// How the memory that a run may take is shared out: a function of the environment alone.
struct MemoryPlan: Hashable, Sendable {
  /// Listens and users that each thread keeps during the scan before it spills them, in bytes.
  let scanBytes: Int
  /// MBIDs with names that all threads keep together before they are spilled, in bytes.
  let mbidBytes: Int
  /// What each thread knows of a partition's users and the listens it orders at once, in bytes.
  let orderBytes: Int
  /// How many listens each thread may put in order during the scan, beside what it keeps.
  let orderedListens: Int
  /// Into how many partitions users are spilled.
  let partitionCount: Int

  /// What the program itself takes, and each thread beside what is shared out: the block with its
  /// index, the caches and sketches of the rules, the stack.
  private static let programBytes = 40 << 20
  private static let threadBytes = 17 << 20
  /// A thread knows of a partition's users in half of what it has, if every row is of another one:
  /// a row is over 100 bytes, and what is known of a user some 150.
  private static let partitionsPerOrder = 3
  private static let mostPartitions = 1024
  /// What is known of a user in memory beside the listens: the id in several lists, what was found.
  static let userBytes = 500

  /// Plans a run.
  ///
  /// - Parameters:
  ///   - memory: bytes that the whole process may take.
  ///   - threads: threads that read and compute.
  ///   - inputBytes: size of all inputs.
  ///   - users: how many users there may be at most, if that is known.
  init(memory: Int, threads: Int, inputBytes: Int, users: Int? = nil) {
    let fixed = Self.programBytes + threads * Self.threadBytes
    // A setting that is too low for the program itself still leaves something to work with.
    let free = max(memory - fixed, memory / 4)
    mbidBytes = free / 5
    scanBytes = free * 3 / 5 / threads
    orderBytes = free * 3 / 5 / threads
    // While what is kept takes its share too; half of it is for the copy that sorting needs.
    orderedListens = orderBytes / 8 / MemoryLayout<ListenRecord>.stride
    let wanted = (inputBytes * Self.partitionsPerOrder + orderBytes - 1) / max(orderBytes, 1)
    partitionCount = max(1, min(wanted, users ?? Self.mostPartitions, Self.mostPartitions))
  }

  /// What the listens of the ranked sessions may take with their names, in bytes.
  ///
  /// - Parameters:
  ///   - keptBytes: what is still kept of all listens in memory.
  ///   - threads: as planned with.
  /// - Returns: bytes for all threads together.
  func rankedBytes(besides keptBytes: Int, threads: Int) -> Int {
    max(mbidBytes, scanBytes * threads + mbidBytes - keptBytes)
  }

  /// Whether listens in memory can be put in order there, or must be spilled first.
  ///
  /// - Parameters:
  ///   - keptBytes: what all threads keep.
  ///   - users: how many users there are, those of several threads counted by each.
  ///   - largestUser: rows of the user with most rows.
  ///   - threads: as planned with.
  /// - Returns: whether both fit into what is shared out.
  func fits(keptBytes: Int, users: Int, largestUser: Int, threads: Int) -> Bool {
    let ordering = 2 * threads * largestUser * MemoryLayout<ListenRecord>.stride
    return keptBytes + users * Self.userBytes + ordering <= scanBytes * threads + mbidBytes
  }
}
