/// Which block of a file: blocks of one run hold users in order of their ids, one after another.
struct BlockNumber: Hashable, Comparable, Sendable {
  let run: Int
  /// From 0 within the run.
  let place: Int

  static func < (left: BlockNumber, right: BlockNumber) -> Bool {
    (left.run, left.place) < (right.run, right.place)
  }
}
