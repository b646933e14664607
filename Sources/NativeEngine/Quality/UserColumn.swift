import ListeningSessions

/// The profile of the column of user ids: exact, as each user is seen once.
struct UserColumn: Sendable {
  private static let topValues = 10

  private var users = 0
  private var rows = 0
  private var lengths = LengthSummary()
  private var top: [ColumnProfile.Value] = []

  /// Takes a user with all rows that are the user's.
  mutating func take(_ id: Text, rowCount: Int) {
    guard rowCount > 0 else { return }
    users += 1
    rows += rowCount
    lengths.observe(id.utf8.count, times: rowCount)
    insert(ColumnProfile.Value(text: id, count: rowCount))
  }

  mutating func merge(_ other: UserColumn) {
    users += other.users
    rows += other.rows
    lengths.merge(other.lengths)
    for value in other.top { insert(value) }
  }

  /// The profile, with the rows that have no user.
  func profile(rowsWithoutUser: LengthSummary) -> ColumnProfile {
    var lengths = lengths
    lengths.merge(rowsWithoutUser)
    return ColumnProfile(
      column: .userID, rows: rows + rowsWithoutUser.count, blank: rowsWithoutUser.count,
      distinct: users, isDistinctExact: true, lengths: lengths, topValues: top, undercount: 0)
  }

  /// Keeps the users with most rows; of equals the first by id.
  private mutating func insert(_ value: ColumnProfile.Value) {
    if top.count == Self.topValues, let last = top.last, !precedes(value, last) { return }
    let index = top.firstIndex { precedes(value, $0) } ?? top.count
    top.insert(value, at: index)
    if top.count > Self.topValues { top.removeLast() }
  }

  private func precedes(_ left: ColumnProfile.Value, _ right: ColumnProfile.Value) -> Bool {
    left.count != right.count ? left.count > right.count : left.text < right.text
  }
}
