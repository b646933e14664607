import ListeningSessions

/// Finds where a row stands for people: its file, line number and user.
///
/// Line numbers are not kept while rows are scanned. For the few rows that are shown, the lines of
/// their block are counted again.
struct RowLocator: ~Copyable {
  private let scan: InputScan
  private let inputs: InputSet
  private let blockSize: Int
  private var reader: RowReader
  private var known: [Int: RuleResult.Sample] = [:]

  init(scan: InputScan, inputs: InputSet, blockSize: Int) {
    self.scan = scan
    self.inputs = inputs
    self.blockSize = blockSize
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
    let sample = RuleResult.Sample(
      inputPath: input.path, lineNumber: try lineNumber(at: offset, in: file), byteOffset: offset,
      userID: user)
    known[position] = sample
    return sample
  }

  private func lineNumber(at offset: Int, in file: Int) throws -> Int {
    let block = offset / blockSize
    let start = block * blockSize
    // From one byte before the block on: a feed there ends the last line of the block before it.
    let from = max(0, start - 1)
    let bytes = try inputs.files[file].bytes(from..<offset)
    let feeds = bytes.count { $0 == 0x0A }
    let firstLine = scan.firstLine(ofBlock: block, in: file)
    return firstLine + (start > 0 ? feeds : feeds + 1)
  }
}
