import ArrowStream
import ListeningSessions

/// Where the lines stand, and what became of them: what `LineSummaryQuery` found.
struct LineMap: Sendable {
  /// A part of an input that one task of Spark reads.
  struct Block: Sendable {
    let input: Int
    /// Offset of the part in its input.
    let start: Int
    /// Position of its first line.
    let first: Int
    let lines: Int
    let bytes: Int
    /// Lines of the input before it.
    var linesBefore = 0
  }

  let order: InputOrder
  /// By position.
  private let blocks: [Block]
  /// Bytes before the first line of each input: those of a byte-order mark.
  private let marks: [Int]
  /// Positions of the lines that are headers.
  let headers: [Int]
  /// Without users, sessions and duplicates.
  let counts: RowCounts

  /// Reads a result.
  ///
  /// - Parameters:
  ///   - table: the rows of `LineSummaryQuery`.
  ///   - order: the inputs.
  /// - Throws: `ArrowStreamError`; `AnalysisError` if an input has not the size that it had.
  init(_ table: ArrowTable, order: InputOrder) throws {
    var counts = RowCounts()
    var headers: [Int] = []
    var blocks: [Block] = []
    for row in 0..<table.rowCount {
      let block = Block(
        input: try table.int("input", row), start: try table.int("block", row),
        first: try table.int("first", row), lines: try table.int("lines", row),
        bytes: try table.int("bytes", row))
      blocks.append(block)
      let blank = try table.int("blank_lines", row)
      counts.blankLines += blank
      counts.rows += block.lines - blank
      for (index, reason) in RejectReason.allCases.enumerated() {
        counts.rejected[reason, default: 0] += try table.int("reason_\(index + 1)", row)
      }
      guard block.start == 0, try table.bool("begins_like_header", row) else { continue }
      headers.append(block.first)
      counts.rows -= 1
      let reason = RejectReason.allCases[try table.int("first_reason", row) - 1]
      counts.rejected[reason, default: 0] -= 1
    }
    self.order = order
    self.counts = counts
    self.headers = headers.sorted()
    self.blocks = LineMap.numbered(blocks)
    marks = try LineMap.marks(of: order.inputs, blocks)
  }

  /// Number of a line in its input, from 1.
  func lineNumber(at position: Int) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].first <= position { low = middle } else { high = middle }
    }
    return blocks[low].linesBefore + position - blocks[low].first + 1
  }

  /// Offset in its input of a line of which the lengths of all lines before are known.
  func byteOffset(at position: Int, afterLines bytes: Int) -> Int {
    marks[order.input(at: position)] + bytes
  }

  /// Where the first line of each input starts, all inputs taken one after the other.
  var starts: [Int] {
    var end = 0
    return zip(order.inputs, marks).map { input, mark in
      defer { end += input.byteCount }
      return end + mark
    }
  }

  private static func numbered(_ blocks: [Block]) -> [Block] {
    var lines: [Int: Int] = [:]
    return blocks.sorted { $0.first < $1.first }.map { block in
      var block = block
      block.linesBefore = lines[block.input, default: 0]
      lines[block.input, default: 0] += block.lines
      return block
    }
  }

  /// Spark passes over a byte-order mark and says nothing of it, but then three bytes are missing.
  ///
  /// A last line without line feed counts one byte too many.
  private static func marks(of inputs: [SparkInput], _ blocks: [Block]) throws -> [Int] {
    var bytes = Array(repeating: 0, count: inputs.count)
    for block in blocks { bytes[block.input] += block.bytes }
    return try zip(inputs, bytes).map { input, bytes in
      if input.isParquet { return 0 }
      let missing = input.byteCount - bytes
      guard [-1, 0, 2, 3].contains(missing) else {
        throw AnalysisError(
          .inputOutput, "\(input.path) has changed while it was read",
          advice: "run again when it is complete")
      }
      return missing > 0 ? 3 : 0
    }
  }
}
