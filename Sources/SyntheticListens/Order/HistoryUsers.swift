/// The users of a history, whose rows can be gone through any number of times.
struct HistoryUsers {
  private let seed: UInt64
  private let faults: FaultRate
  private let listens: ListensPerUser

  /// Throws when the shape is no possible one.
  init(_ shape: HistoryShape) throws(SyntheticHistoryError) {
    try shape.validate()
    seed = shape.seed
    faults = FaultRate(shape.faultRate)
    listens = ListensPerUser(rows: shape.rows, users: shape.users, seed: shape.seed)
    let most = listens.counts.max() ?? 0
    if most > HistoryShape.mostListensPerUser { throw HistoryShape.tooManyListens(most) }
  }

  /// The numbers of the users, from 1.
  var numbers: ClosedRange<Int> { 1...listens.counts.count }

  /// The rows of one user, newest first, from the beginning.
  func rows(of user: Int) -> RowStream {
    RowStream(user: user, listens: listens.counts[user - 1], seed: seed, faults: faults)
  }

  /// Goes through all rows, user by user.
  func forEachRow(_ body: (SyntheticRow) throws -> Void) rethrows {
    for user in numbers {
      var rows = rows(of: user)
      while let row = rows.next() { try body(row) }
    }
  }
}
