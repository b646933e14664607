import ListeningSessions
import Synchronization

/// The one table of MBIDs and their names that all workers fill, in parts that each have a lock.
final class SharedMBIDNames: Sendable {
  /// More than workers, so that two seldom want the same part; a power of two.
  static let partCount = 64

  private final class Part: Sendable {
    let names = Mutex(MBIDNames())
  }

  private let parts = (0..<partCount).map { _ in Part() }

  /// The part that an MBID belongs to; it is told by other bits than the place in the part.
  @inline(__always)
  static func part(of mbid: UInt64) -> Int {
    Int(truncatingIfNeeded: mbid >> 40) & (partCount - 1)
  }

  /// Takes in pairs that all belong to one part.
  func insert(_ pairs: Span<MBIDNames.Pair>, into part: Int) {
    parts[part].names.withLock { $0.insert(pairs) }
  }

  /// Distinct MBIDs, and those with more than one name.
  var tally: RuleTally {
    parts.reduce(into: RuleTally()) { sum, part in
      sum.merge(part.names.withLock { $0.tally })
    }
  }
}
