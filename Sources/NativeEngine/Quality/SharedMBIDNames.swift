import ListeningSessions
import Synchronization

/// The one table of MBIDs and their names that all workers fill, in parts that each have a lock.
///
/// What does not fit into memory is spilled part by part: an MBID always belongs to the same one.
final class SharedMBIDNames: Sendable {
  /// More than workers, so that two seldom want the same part, and few, so that a part of a large
  /// history fills large pages; a power of two.
  static let partCount = 16

  private final class Part: Sendable {
    let names: Mutex<MBIDNames>

    init(byteCount: Int) {
      names = Mutex(MBIDNames(byteCount: byteCount))
    }
  }

  private let parts: [Part]
  private let spilled = Mutex<SpilledMBIDNames?>(nil)

  /// An empty table.
  ///
  /// - Parameter byteCount: what it may take from the beginning: a part that grows keeps the workers
  ///   waiting that want it too.
  init(byteCount: Int = 0) {
    parts = (0..<Self.partCount).map { _ in Part(byteCount: byteCount / Self.partCount) }
  }

  /// The part that an MBID belongs to; it is told by other bits than the place in the part.
  @inline(__always)
  static func part(of mbid: UInt64) -> Int {
    Int(truncatingIfNeeded: mbid >> 40) & (partCount - 1)
  }

  /// Takes in pairs that all belong to one part.
  func insert(_ pairs: Span<MBIDNames.Pair>, into part: Int) {
    parts[part].names.withLock { $0.insert(pairs) }
  }

  /// Writes everything to a temporary file if it takes more than `byteCount` bytes.
  ///
  /// - Throws: `AnalysisError` when nothing can be written.
  func spill(ifOver byteCount: Int, in directory: String) throws {
    guard memory > byteCount else { return }
    try spilled.withLock { spilled in
      // Another worker may have been faster.
      guard memory > byteCount else { return }
      let file = try spilled ?? SpilledMBIDNames(in: directory)
      spilled = file
      for (number, part) in parts.enumerated() {
        try part.names.withLock { names in
          try file.write(names.pairs, of: number)
          names = MBIDNames()
        }
      }
    }
  }

  /// Distinct MBIDs, and those with more than one name.
  ///
  /// - Parameter byteCount: about how much memory reading spilled ones again may take.
  /// - Returns: MBIDs as units, those with more than one name as failed ones.
  /// - Throws: `AnalysisError` when they cannot be read.
  func tally(within byteCount: Int) throws -> RuleTally {
    var sum = RuleTally()
    let spilled = spilled.withLock { $0 }
    for (number, part) in parts.enumerated() {
      let pairCount = spilled?.pairCount(of: number) ?? 0
      if let spilled, pairCount > 0 {
        let passes = pairCount * MBIDNames.mostBytesPerMBID / max(byteCount, 1 << 20) + 1
        for pass in 0..<passes {
          sum.merge(try tally(of: number, spilled, pass: UInt64(pass), of: UInt64(passes)))
        }
      } else {
        sum.merge(part.names.withLock { $0.tally })
      }
    }
    return sum
  }

  /// Memory taken by all parts.
  private var memory: Int { parts.reduce(0) { $0 + $1.names.withLock { $0.byteCount } } }

  /// The tally of those MBIDs of a part that are the turn of `pass`.
  private func tally(
    of part: Int, _ spilled: SpilledMBIDNames, pass: UInt64, of passes: UInt64
  ) throws -> RuleTally {
    var names = MBIDNames()
    func take(_ pairs: Span<MBIDNames.Pair>) {
      for index in pairs.indices where (pairs[index].mbid >> 46) % passes == pass {
        names.insert(pairs[index])
      }
    }
    try spilled.forEach(of: part, take)
    let rest = parts[part].names.withLock { $0.pairs }
    take(rest.span)
    return names.tally
  }
}
