public import ListeningSessions

/// What a column holds, counted value by value.
public struct ReferenceColumn: Sendable {
  public let rows: Int
  public let blank: Int
  public let lengths: LengthSummary
  /// How often each value that is not blank stands there.
  public let counts: [Text: Int]
  private let firstRows: [Text: Int]

  init(_ values: [Text]) {
    let texts = values.filter { !$0.isBlank }
    rows = values.count
    blank = values.count - texts.count
    lengths = values.reduce(into: LengthSummary()) { $0.observe($1.utf8.count) }
    counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    firstRows = Dictionary(texts.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
  }

  /// The most frequent values; of equals the one that was seen first.
  public func topValues(_ limit: Int) -> [ColumnProfile.Value] {
    let values = counts.sorted { left, right in
      (right.value, firstRows[left.key, default: 0]) < (
        left.value, firstRows[right.key, default: 0]
      )
    }
    return values.prefix(limit).map { ColumnProfile.Value(text: $0.key, count: $0.value) }
  }
}

extension ListenColumn {
  /// The field of a row that stands in this column.
  public func text(of row: ReadableRow) -> Text {
    switch self {
    case .userID: row.userID
    case .timestamp: row.timestamp
    case .artistMBID: row.artistMBID
    case .artistName: row.artistName
    case .trackMBID: row.trackMBID
    case .trackName: row.trackName
    }
  }
}
