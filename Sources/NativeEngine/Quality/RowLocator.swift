import CByteScan
import ListeningSessions

/// Finds where a row stands for people: its file, line number and user.
///
/// Line numbers are not kept while rows are scanned. For the few rows that are shown, the lines of
/// their block are counted again.
struct RowLocator: ~Copyable {
  private let lines: LineIndex
  private let inputs: InputSet
  private var reader: RowReader
  private var known: [Int: RuleResult.Sample] = [:]

  init(_ lines: LineIndex, inputs: InputSet) {
    self.lines = lines
    self.inputs = inputs
    reader = RowReader(inputs)
  }

  /// The place of the row at `position`.
  mutating func sample(_ position: Int) throws -> RuleResult.Sample {
    if let sample = known[position] { return sample }
    let (file, offset) = inputs.locate(position)
    let input = inputs.files[file]
    let user = try reader.withLine(at: position) { line in
      ListenLine.readableFields(of: line)?[0] ?? ""
    }
    let line =
      input.isPacked ? try reader.lineNumber(at: position) : try lineNumber(at: offset, in: file)
    let sample = RuleResult.Sample(
      inputPath: input.path, lineNumber: line, byteOffset: offset, userID: user)
    known[position] = sample
    return sample
  }

  private func lineNumber(at offset: Int, in file: Int) throws -> Int {
    let block = offset / lines.blockSize
    let start = block * lines.blockSize
    // From one byte before the block on: a feed there ends the last line of the block before it.
    let from = max(0, start - 1)
    let bytes = try inputs.files[file].bytes(from..<offset)
    let feeds = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe sidelong_count_line_feeds($0, bytes.count) } ?? 0
    }
    let firstLine = lines.firstLine(ofBlock: block, in: file)
    return firstLine + (start > 0 ? feeds : feeds + 1)
  }
}
