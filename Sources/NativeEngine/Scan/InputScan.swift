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

  /// The inputs with the sizes that they turned out to have.
  let inputs: InputSet
  let parts: [ScannedPart]
  /// By block, in input order.
  let outcomes: [PlacedOutcome]
  let lines: LineIndex
  /// Of each plain file, if the scan was asked to take them.
  let contentHashes: [InputContentHash]
  /// Rows, blank lines and rejects; what the listens are is not known yet.
  let counts: RowCounts

  /// Rejects may take so much less than what else a thread keeps.
  private static let rejectsOfKept = 4

  /// Reads and judges every line of `inputs`.
  ///
  /// - Parameters:
  ///   - inputs: all of them.
  ///   - quality: the rules, or nil.
  ///   - options: threads and block size; whether the content is hashed on the way.
  ///   - spill: takes what a thread keeps when it has no room left.
  ///   - progress: is told how far the scan is.
  /// - Returns: what all threads found.
  /// - Throws: `AnalysisError` when an input cannot be read or nothing can be spilled.
  static func run(
    _ inputs: InputSet, quality: QualityRules?, options: Options, spill: ListenSpill,
    progress: any ProgressSink
  ) throws -> InputScan {
    let feed = BlockFeed(
      inputs, blockSize: options.blockSize, threads: options.threads, progress: progress)
    let parts = try Workers.run(options.threads, items: BlockFeed.mostBlocks) { next in
      var scanner = RowScanner(quality, runs: options.runs, hashesAll: inputs.isPacked)
      var buffer = BlockBuffer(blockSize: options.blockSize)
      var turn = BlockFeed.Turn()
      while next() != nil, let block = try feed.load(into: &buffer, of: &turn) {
        let checksum =
          options.hashesContent && !block.isPacked ? buffer.checksum(of: block.range) : 0
        try scanner.scan(block.number, in: buffer, fileBase: block.base, checksum: checksum)
        if scanner.keptBytes > options.scanBytes { try scanner.spill(to: spill) }
        if scanner.rejects.byteCount > options.scanBytes / Self.rejectsOfKept {
          try scanner.rejects.spill(in: spill.directory)
        }
        // Not after every block, since it asks each part of the table.
        if block.number % 16 == 0 {
          try quality?.mbidNames.spill(ifOver: options.mbidBytes, in: spill.directory)
        }
      }
      return ScannedPart(scanner)
    }
    return InputScan(parts, blocks: feed.blocks, inputs: feed.inputs, blockSize: options.blockSize)
  }

  /// How a scan goes about it.
  struct Options: Sendable {
    let threads: Int
    let blockSize: Int
    /// Bytes that a thread keeps before it spills them.
    let scanBytes: Int
    /// Bytes that all MBIDs with their names take before they are spilled.
    let mbidBytes: Int
    let hashesContent: Bool
    /// How users are taken up during the scan; nil: after it.
    var runs: UserRuns.Plan?
  }

  private init(
    _ parts: [ScannedPart], blocks: [InputSet.Block], inputs: InputSet, blockSize: Int
  ) {
    self.inputs = inputs
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
      counts.rejected.merge(part.scanner.rejects.counts, uniquingKeysWith: +)
    }
    let firstBlocks = inputs.files.indices.map { file in
      blocks.firstIndex { $0.file == file } ?? blocks.count
    }
    lines = LineIndex(
      blockSize: blockSize, firstBlocks: firstBlocks, firstLines: outcomes.map(\.firstLine))
    contentHashes = InputContentHash.ofFiles(
      byBlock.map(\.outcome.checksum), of: blocks, fileCount: inputs.files.count,
      blockSize: blockSize)
    self.counts = counts
    self.outcomes = outcomes
  }
}

extension InputScan {
  /// Whether the users can be put in order in memory, where the scan keeps them.
  func fits(_ plan: MemoryPlan, threads: Int) -> Bool {
    let kept = parts.reduce(0) { $0 + $1.scanner.keptBytes }
    // One user's rows may be spread over all parts.
    let largest = parts.reduce(0) { $0 + $1.scanner.largestUser }
    let users = parts.reduce(0) { $0 + $1.scanner.users.count }
    return plan.fits(keptBytes: kept, users: users, largestUser: largest, threads: threads)
  }
}
