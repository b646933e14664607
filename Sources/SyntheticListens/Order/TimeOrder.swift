/// The rows of all users by time, in constant memory and without a temporary file.
///
/// Making rows is cheaper than writing them to a file and reading them back. So the years are cut
/// into slices of few enough rows, and for each slice every user's history is made again, as far
/// back as the slice goes.
enum TimeOrder {
  /// Seconds of the finest division of the years, a little over nine hours.
  private static let binSeconds: UInt32 = 1 << 15

  static func forEachRow(
    of users: HistoryUsers, sliceRows: Int, _ body: (SyntheticRow) throws -> Void
  ) rethrows {
    var slice: [SyntheticRow] = []
    for seconds in slices(of: users, sliceRows: sliceRows) {
      slice.removeAll(keepingCapacity: true)
      for user in users.numbers {
        var rows = users.rows(of: user)
        while let row = rows.next() {
          if seconds.contains(row.second) { slice.append(row) }
          if rows.isBefore(seconds.lowerBound, latest: row) { break }
        }
      }
      slice.sort()
      for row in slice { try body(row) }
    }
  }

  /// Consecutive ranges of seconds, oldest first, with up to `sliceRows` rows each where a single
  /// bin has no more.
  private static func slices(of users: HistoryUsers, sliceRows: Int) -> [Range<UInt32>] {
    var bins = [Int](repeating: 0, count: HistoryYears.length / Int(binSeconds) + 1)
    users.forEachRow { bins[Int($0.second / binSeconds)] += 1 }
    var slices: [Range<UInt32>] = []
    var first = 0
    var rows = 0
    for (bin, count) in bins.enumerated() {
      if rows > 0 && rows + count > sliceRows {
        slices.append(UInt32(first) * binSeconds..<UInt32(bin) * binSeconds)
        first = bin
        rows = 0
      }
      rows += count
    }
    slices.append(UInt32(first) * binSeconds..<UInt32(bins.count) * binSeconds)
    return slices
  }
}
