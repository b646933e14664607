import ListeningSessions

/// What the scanner does and tells about quality.
extension RowScanner {
  /// What `body` tells of the rules' state, nil when there are none.
  func withQuality<Result>(_ body: (borrowing QualityScan) -> Result) -> Result? {
    switch quality {
    case .some(let scan): body(scan)
    case .none: nil
    }
  }

  /// Readable rows of a user, listens or not.
  func rowCount(of user: Int) -> Int {
    store.count(of: user) + (rejectsByUser[user] ?? 0)
  }

  /// Lets the rules judge a row that is not ordinary.
  ///
  /// - Returns: whether it has a finding of severity error.
  mutating func judgeQuality(
    _ line: Range<Int>, of buffer: borrowing BlockBuffer, isListen: Bool
  ) -> Bool {
    guard quality != nil,
      let row = ReadableRow(buffer.line(line), position: base + line.lowerBound)
    else { return false }
    if row.userID.isBlank {
      rowsWithoutUser.observe(row.userID.utf8.count)
    } else if !isListen {
      rejectsByUser[users.number(of: row.userID.utf8.span), default: 0] += 1
    }
    return quality?.take(row) ?? false
  }
}
