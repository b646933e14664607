import ListeningSessions

/// The first stage: all inputs read once by all threads, every row judged.
struct InputScan: Sendable {
  /// What one block held, with where its lines begin in the file and who scanned it.
  struct PlacedOutcome: Sendable {
    let part: Int
    /// Lines of the file before the block.
    let firstLine: Int
    let rejects: Range<Int>
  }

  let parts: [ScannedPart]
  /// By block, in input order.
  let outcomes: [PlacedOutcome]
  /// Number of the first block of each file.
  private let firstBlocks: [Int]
  /// Rows, blank lines and rejects; what the listens are is not known yet.
  let counts: RowCounts

  /// Blocks from one word of progress to the next.
  private static let progressStep = 256

  /// Reads and judges every line of `inputs`.
  static func run(
    _ inputs: InputSet, threads: Int, blockSize: Int, quality: QualityRules?,
    progress: any ProgressSink
  ) throws -> InputScan {
    let blocks = inputs.blocks(ofSize: blockSize)
    let parts = try Workers.run(threads, items: blocks.count) { next in
      var scanner = RowScanner(quality)
      var buffer = BlockBuffer(blockSize: blockSize)
      while let number = next() {
        let block = blocks[number]
        if number % progressStep == 0 {
          progress.advance("scan", to: Double(number) / Double(blocks.count))
        }
        try buffer.load(block, of: inputs.files[block.file])
        scanner.scan(number, in: buffer, fileBase: inputs.bases[block.file])
      }
      scanner.finish()
      return ScannedPart(scanner)
    }
    return InputScan(parts, blocks: blocks, fileCount: inputs.files.count)
  }

  /// Lines of a file before one of its blocks.
  func firstLine(ofBlock block: Int, in file: Int) -> Int {
    outcomes[firstBlocks[file] + block].firstLine
  }

  private init(_ parts: [ScannedPart], blocks: [InputSet.Block], fileCount: Int) {
    self.parts = parts
    let byBlock = parts.indices.flatMap { number in
      parts[number].scanner.outcomes.map { (part: number, outcome: $0) }
    }.sorted { $0.outcome.block < $1.outcome.block }
    var counts = RowCounts()
    var outcomes: [PlacedOutcome] = []
    var lineCount = 0
    for (part, outcome) in byBlock {
      if blocks[outcome.block].range.lowerBound == 0 { lineCount = 0 }
      outcomes.append(
        PlacedOutcome(part: part, firstLine: lineCount, rejects: outcome.rejects))
      lineCount += outcome.lineCount
      counts.rows += outcome.rowCount
      counts.blankLines += outcome.blankLineCount
    }
    for part in parts {
      for reject in part.scanner.rejects { counts.rejected[reject.reason, default: 0] += 1 }
    }
    firstBlocks = (0..<fileCount).map { file in
      blocks.firstIndex { $0.file == file } ?? blocks.count
    }
    self.counts = counts
    self.outcomes = outcomes
  }
}
