/// How the memory that a run may take is shared out: a function of the environment alone.
struct MemoryPlan: Hashable, Sendable {
  /// Listens and users that each thread keeps during the scan before it spills them, in bytes.
  let scanBytes: Int
  /// MBIDs with names that each thread keeps before it spills them, in bytes.
  let mbidBytes: Int
  /// Listens that each thread orders at once after a spill, in bytes.
  let orderBytes: Int
  /// Into how many partitions users are spilled.
  let partitionCount: Int

  /// What the program itself takes, and each thread beside what is shared out: the block with its
  /// index, the caches and sketches of the rules, the stack.
  private static let programBytes = 40 << 20
  private static let threadBytes = 17 << 20
  /// Bytes of input for one of spill: a row is over 100 bytes, and its record 12 with its user's id.
  private static let inputPerSpill = 4
  /// Partitions are so much smaller than what may be ordered at once, because users differ.
  private static let partitionsPerOrder = 4
  private static let mostPartitions = 1024

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
    mbidBytes = free / 5 / threads
    scanBytes = free * 3 / 5 / threads
    orderBytes = free * 3 / 5 / threads
    let spill = inputBytes / Self.inputPerSpill
    let wanted = (spill * Self.partitionsPerOrder + orderBytes - 1) / max(orderBytes, 1)
    partitionCount = max(1, min(wanted, users ?? Self.mostPartitions, Self.mostPartitions))
  }

  /// Whether listens in memory can be put in order there, or must be spilled first.
  ///
  /// - Parameters:
  ///   - keptBytes: what all threads keep.
  ///   - largestUser: rows of the user with most rows.
  ///   - threads: as planned with.
  /// - Returns: whether both fit into what is shared out.
  func fits(keptBytes: Int, largestUser: Int, threads: Int) -> Bool {
    let ordering = 2 * threads * largestUser * MemoryLayout<ListenRecord>.stride
    return keptBytes + ordering <= (scanBytes + mbidBytes) * threads
  }
}
