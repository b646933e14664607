/// The rows of all users shuffled, in constant memory and without a temporary file.
///
/// As in `TimeOrder`, the histories are made again for each slice; a row belongs to a slice drawn
/// for it, and each slice is shuffled in memory. Every order of the rows is equally likely.
enum RandomOrder {
  static func forEachRow(
    of users: HistoryUsers, rows total: Int, seed: UInt64, sliceRows: Int,
    _ body: (SyntheticRow) throws -> Void
  ) rethrows {
    let sliceCount = total / sliceRows + 1
    var slice: [SyntheticRow] = []
    for number in 0..<sliceCount {
      slice.removeAll(keepingCapacity: true)
      // The same draws for every slice.
      var draw = HistoryStreams.slices(seed)
      users.forEachRow { row in
        if draw.below(sliceCount) == number { slice.append(row) }
      }
      var random = HistoryStreams.shuffle(seed, slice: number)
      for index in slice.indices.reversed() {
        slice.swapAt(index, random.below(index + 1))
      }
      for row in slice { try body(row) }
    }
  }
}
