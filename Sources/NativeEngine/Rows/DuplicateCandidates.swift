import Synchronization

/// Gathers rows that may be equal to one another, from all workers: 8 bytes each.
final class DuplicateCandidates: Sendable {
  /// Rows of one user and second with equal hashes, two or more, in input order.
  struct Runs: Sendable {
    fileprivate var positions: [Int] = []
    fileprivate var ends: [Int] = []

    var count: Int { ends.count }

    subscript(run: Int) -> ArraySlice<Int> {
      positions[(run == 0 ? 0 : ends[run - 1])..<ends[run]]
    }
  }

  private let gathered = Mutex(Runs())

  /// Everything that was gathered.
  var runs: Runs { gathered.withLock { $0 } }

  /// Takes listens of one user, in the order of `RadixSort`.
  func take(_ records: UnsafeBufferPointer<ListenRecord>) {
    var runs = Runs()
    var start = 0
    for index in 1..<max(1, records.count + 1) {
      if index < records.count, unsafe records[index].seconds == records[start].seconds,
        unsafe records[index].mayEqual(records[start])
      {
        continue
      }
      if index - start > 1 {
        for record in start..<index { unsafe runs.positions.append(records[record].position) }
        runs.ends.append(runs.positions.count)
      }
      start = index
    }
    if runs.count > 0 { append(runs) }
  }

  private func append(_ runs: Runs) {
    gathered.withLock { gathered in
      let count = gathered.positions.count
      gathered.positions += runs.positions
      gathered.ends += runs.ends.map { $0 + count }
    }
  }
}
