/// Rows of packed inputs at hand, found by position: 12 bytes a row, and each different text once.
///
/// What a row says behind its timestamp is the same for every play of a song. Where only that is
/// asked for, the first row with the same text stands for all.
struct HeldRows: Sendable {
  /// Bytes for each row while rows are fetched, if no two are of the same song.
  static let mostBytesPerRow = 384

  private var positions: [Int] = []
  private var texts: [UInt32] = []
  private var lineNumbers: [Int: Int] = [:]
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Calls `body` with the line of the row at `position`; nil when it is not at hand.
  func withLine<Result>(
    at position: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let index = index(of: position) else { return nil }
    let text = Int(texts[index])
    let start = text == 0 ? 0 : ends[text - 1]
    return try body(bytes.span.extracting(start..<ends[text]))
  }

  var isEmpty: Bool { positions.isEmpty }

  /// Line of the row in its file, from 1; known for rows that were wanted whole.
  func lineNumber(at position: Int) -> Int? { lineNumbers[position] }

  /// Takes the row at a position behind all others.
  fileprivate mutating func append(_ position: Int, text: Int) {
    positions.append(position)
    texts.append(UInt32(text))
  }

  /// Takes a new text; returns its number.
  fileprivate mutating func add(_ line: Span<UInt8>) -> Int {
    for index in line.indices { bytes.append(line[index]) }
    ends.append(bytes.count)
    return ends.count - 1
  }

  fileprivate mutating func number(_ line: Int, at position: Int) {
    lineNumbers[position] = line
  }

  private func index(of position: Int) -> Int? {
    let index = positions.firstIndex(notBelow: position)
    return index < positions.count && positions[index] == position ? index : nil
  }

  /// Reads rows of packed inputs in the order of their positions, in one pass.
  struct Gathering: ~Copyable {
    private var numbers = StringDictionary()
    private var firstWithNumber: [Int] = []
    private(set) var rows = HeldRows()

    /// Takes a row behind all others.
    mutating func take(_ row: WantedRow, from reader: inout RowReader) throws {
      if row.part == .wholeWithLineNumber {
        rows.number(try reader.lineNumber(at: row.position), at: row.position)
      }
      let text = try reader.withLine(at: row.position) { line in
        row.part == .names ? textNumber(of: line) : rows.add(line)
      }
      rows.append(row.position, text: text)
    }

    private mutating func textNumber(of line: Span<UInt8>) -> Int {
      let start = RankedRowsPart.afterTimestamp(line)
      let number = numbers.number(of: line.extracting(start..<line.count))
      if number == firstWithNumber.count { firstWithNumber.append(rows.add(line)) }
      return firstWithNumber[number]
    }
  }
}

extension InputSet {
  /// The same inputs with the wanted rows of packed ones at hand.
  func fetching(_ wanted: [WantedRow]) throws -> InputSet {
    let packed = wanted.filter { isPacked(at: $0.position) }.inOrder()
    var reader = RowReader(
      self, countsLines: packed.contains { $0.part == .wholeWithLineNumber })
    var gathering = HeldRows.Gathering()
    for row in packed {
      try gathering.take(row, from: &reader)
    }
    return holding(gathering.rows)
  }
}
