import ListeningSessions

/// The rows of a history, judged one after the other by the domain's rules.
struct ReferenceRows {
  /// Rows, blank lines, duplicates and rejects.
  private(set) var counts = RowCounts()
  /// In input order, without duplicates.
  private(set) var listens: [Listen] = []
  private(set) var rejects: [RejectedRow] = []
  private var seen: Set<Listen.Identity> = []

  /// Takes all rows of a file.
  mutating func take(_ file: [UInt8], of path: String) {
    for line in PhysicalLine.lines(of: file) {
      if line.number == 1, ListenLine.isHeader(line.bytes.span) { continue }
      switch ListenLine.judge(line.bytes.span) {
      case .blankLine:
        counts.blankLines += 1
      case .reject(let reason):
        counts.rows += 1
        counts.rejected[reason, default: 0] += 1
        rejects.append(
          RejectedRow(
            inputPath: path, lineNumber: line.number, byteOffset: line.offset, reason: reason,
            rawLine: line.bytes))
      case .listen:
        counts.rows += 1
        guard let listen = ListenLine.listen(in: line.bytes.span) else { continue }
        if seen.insert(listen.identity).inserted {
          listens.append(listen)
        } else {
          counts.duplicates += 1
        }
      }
    }
  }
}
