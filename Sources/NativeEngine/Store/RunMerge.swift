/// Sorts listens that stand in a few runs already, by merging these.
///
/// Most histories stand in time order, newest first or last; each worker has then kept a user's
/// listens in one run. A merge of two runs costs a fraction of a sort.
enum RunMerge {
  /// With more, sorting costs no more than the merges.
  private static let mostRuns = 16

  /// Sorts the first `count` of `records` by second with the help of `spare`, which is as large.
  ///
  /// - Returns: where they are then, in `records` or in `spare`; nil when there are too many runs,
  ///   and all listens are still in `records`, in some order.
  static func sort(
    _ records: UnsafeMutablePointer<ListenRecord>, spare: UnsafeMutablePointer<ListenRecord>,
    count: Int
  ) -> UnsafeMutablePointer<ListenRecord>? {
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: mostRuns + 1) { bounds in
      unsafe bounds.initialize(repeating: 0)
      var runCount = 0
      while unsafe bounds[runCount] < count {
        guard runCount < mostRuns else { return nil }
        unsafe bounds[runCount + 1] = endOfRun(records, from: bounds[runCount], count)
        runCount += 1
      }
      var (source, target) = unsafe (records, spare)
      while runCount > 1 {
        runCount = unsafe mergePairs(of: runCount, bounds, source, to: target)
        unsafe (source, target) = (target, source)
      }
      return unsafe source
    }
  }

  /// Where the run at `start` ends; one that falls is turned round.
  private static func endOfRun(
    _ records: UnsafeMutablePointer<ListenRecord>, from start: Int, _ count: Int
  ) -> Int {
    var end = start + 1
    guard end < count else { return end }
    // The second before stays in a register.
    var last = unsafe records[end].seconds
    if unsafe last < records[start].seconds {
      end += 1
      while end < count {
        let seconds = unsafe records[end].seconds
        if seconds > last { break }
        last = seconds
        end += 1
      }
      var run = unsafe UnsafeMutableBufferPointer(start: records + start, count: end - start)
      unsafe run.reverse()
    } else {
      end += 1
      while end < count {
        let seconds = unsafe records[end].seconds
        if seconds < last { break }
        last = seconds
        end += 1
      }
    }
    return end
  }

  /// Merges each run with its neighbour and tells how many runs there are then.
  private static func mergePairs(
    of runCount: Int, _ bounds: UnsafeMutableBufferPointer<Int>,
    _ source: UnsafeMutablePointer<ListenRecord>, to target: UnsafeMutablePointer<ListenRecord>
  ) -> Int {
    for left in stride(from: 0, to: runCount, by: 2) {
      let end = unsafe bounds[min(left + 2, runCount)]
      let middle = unsafe bounds[left + 1]
      unsafe merge(source, bounds[left], middle, end, to: target)
      unsafe bounds[left / 2 + 1] = end
    }
    return (runCount + 1) / 2
  }

  private static func merge(
    _ source: UnsafeMutablePointer<ListenRecord>, _ start: Int, _ middle: Int, _ end: Int,
    to target: UnsafeMutablePointer<ListenRecord>
  ) {
    var (left, right, place) = (start, middle, start)
    while left < middle && right < end {
      if unsafe source[right].seconds < source[left].seconds {
        unsafe target[place] = source[right]
        right += 1
      } else {
        unsafe target[place] = source[left]
        left += 1
      }
      place += 1
    }
    unsafe (target + place).update(from: source + left, count: middle - left)
    unsafe (target + place + middle - left).update(from: source + right, count: end - right)
  }
}
