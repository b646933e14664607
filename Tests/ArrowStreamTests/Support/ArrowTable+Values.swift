import ArrowStream

extension ArrowTable {
  /// Every value of the table, which touches every byte that a reader may ask for.
  func allValues() throws -> [[String]] {
    try columns.map { column in
      try (0..<rowCount).map { row in
        switch column.field.type {
        case .null: column.isNull(row) ? "null" : "?"
        case .bool: try text(column.bool(row))
        case .int, .date: try text(column.int64(row))
        case .timestamp: try text(column.timestamp(row))
        case .float: try text(column.double(row))
        case .utf8: try text(column.string(row))
        case .binary: try text(column.bytes(row).map(Array.init))
        }
      }
    }
  }

  private func text<Value>(_ value: Value?) -> String {
    value.map { "\($0)" } ?? "null"
  }
}
