/// A row that will be read again.
struct WantedRow {
  /// What of it is wanted.
  enum Part: Int {
    case wholeWithLineNumber, whole
    /// What stands behind the timestamp.
    case names
  }

  let position: Int
  let part: Part
}

extension [WantedRow] {
  /// The rows by position, each once, with the most that is wanted of it.
  func inOrder() -> [WantedRow] {
    var rows: [WantedRow] = []
    for row in sorted(by: { ($0.position, $0.part.rawValue) < ($1.position, $1.part.rawValue) })
    where rows.last?.position != row.position {
      rows.append(row)
    }
    return rows
  }
}
