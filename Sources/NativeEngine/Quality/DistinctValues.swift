import ListeningSessions

/// A `HyperLogLog` for millions of values, most of which it need not be shown.
///
/// Once many values were taken in, hardly any changes a register; which ones cannot is told by their
/// hashes alone.
struct DistinctValues {
  private(set) var sketch = HyperLogLog()
  private var shortestRun = 0
  private var untilUpdate = updateInterval

  /// As many as there are registers, so that to look at all of them costs little for each change.
  private static let updateInterval = HyperLogLog.registerCount

  /// Takes in a value by its hash.
  @inline(__always)
  mutating func learn(hash: UInt64) {
    if HyperLogLog.isNews(hash: hash, afterRuns: shortestRun), sketch.isNews(hash: hash) {
      insert(hash)
    }
  }

  @inline(never)
  private mutating func insert(_ hash: UInt64) {
    sketch.insert(hash: hash)
    untilUpdate -= 1
    if untilUpdate == 0 {
      shortestRun = sketch.shortestRun
      untilUpdate = Self.updateInterval
    }
  }
}
