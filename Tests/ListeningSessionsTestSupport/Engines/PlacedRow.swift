public import ListeningSessions

/// A row of some inputs, readable or not, with its place.
public struct PlacedRow: Sendable {
  /// What the contract says of it, never `blankLine`.
  public let verdict: ListenLine.Verdict
  /// Nil when it has not six fields of valid UTF-8.
  public let readable: ReadableRow?
  /// Nil when it is a reject.
  public let listen: Listen?
  /// Of its first byte in all inputs taken as one run of bytes.
  public let position: Int
  /// Where people find it.
  public let sample: RuleResult.Sample

  /// The rows of some files in input order, without blank lines and headers.
  public static func rows(of files: [(path: String, bytes: [UInt8])]) -> [PlacedRow] {
    var base = 0
    var rows: [PlacedRow] = []
    for file in files {
      for line in PhysicalLine.lines(of: file.bytes) {
        if line.number == 1, ListenLine.isHeader(line.bytes.span) { continue }
        if let row = PlacedRow(line, of: file.path, base: base) { rows.append(row) }
      }
      base += file.bytes.count
    }
    return rows
  }

  private init?(_ line: PhysicalLine, of path: String, base: Int) {
    verdict = ListenLine.judge(line.bytes.span)
    if verdict == .blankLine { return nil }
    position = base + line.offset
    readable = ReadableRow(line.bytes.span, position: position)
    listen = ListenLine.listen(in: line.bytes.span)
    sample = RuleResult.Sample(
      inputPath: path, lineNumber: line.number, byteOffset: line.offset,
      userID: readable?.userID ?? "")
  }
}
