import ListeningSessions

/// The rejects of one worker in the order in which it met them: sixteen bytes each, in memory or, those
/// that had no room there, in a temporary file.
struct RejectStore: Sendable {
  private static let size = MemoryLayout<RejectReference>.stride

  private var recent: [RejectReference] = []
  private var file: TemporaryFile?
  /// How many are in the file; they come before those in memory.
  private var spilledCount = 0
  private var spilledCounts: [RejectReason: Int] = [:]
  private var spilledSamples: [RejectReason: RuleTally] = [:]

  var count: Int { spilledCount + recent.count }

  /// Memory taken by those that are not in the file.
  var byteCount: Int { recent.capacity * Self.size }

  /// How many there are of each reason.
  var counts: [RejectReason: Int] {
    var counts = spilledCounts
    for reject in recent { counts[reject.reason, default: 0] += 1 }
    return counts
  }

  /// Gives a tally the places of the first ones of a reason; which those are does not depend on the
  /// order in which the worker met them.
  func sample(_ reason: RejectReason, into tally: inout RuleTally) {
    for position in spilledSamples[reason]?.samples ?? [] { tally.sample(position) }
    for reject in recent where reject.reason == reason { tally.sample(reject.position) }
  }

  mutating func append(_ reject: RejectReference) { recent.append(reject) }

  /// Moves all that are in memory to a file in `directory`.
  mutating func spill(in directory: String) throws {
    spilledCounts = counts
    for reason in spilledCounts.keys {
      var tally = RuleTally()
      sample(reason, into: &tally)
      spilledSamples[reason] = tally
    }
    let file = try file ?? TemporaryFile(in: directory)
    self.file = file
    let offset = file.reserve(recent.count * Self.size)
    try unsafe recent.withUnsafeBytes { try unsafe file.write($0, at: offset) }
    spilledCount += recent.count
    recent = []
  }

  /// Calls `body` with some of them, in order.
  ///
  /// - Parameters:
  ///   - range: their numbers, from 0; those of one block are all in one place.
  ///   - body: takes a reject.
  /// - Throws: `AnalysisError` when the file cannot be read; what `body` throws.
  func forEach(_ range: Range<Int>, _ body: (RejectReference) throws -> Void) throws {
    guard range.lowerBound < spilledCount, let file else {
      for index in range { try body(recent[index - spilledCount]) }
      return
    }
    let rejects = try unsafe [RejectReference](
      unsafeUninitializedCapacity: range.count
    ) { buffer, count in
      try unsafe file.read(
        into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound * Self.size)
      count = range.count
    }
    for reject in rejects { try body(reject) }
  }
}
