import ListeningSessions
import Synchronization

/// Hands out the inputs block by block to whatever thread asks next.
///
/// A plain file is read by the threads side by side, what is in memory of it first. A packed one is
/// unpacked by one thread at a time, which takes turns: while one unpacks the next block into its
/// buffer, the others judge theirs.
final class BlockFeed: Sendable {
  /// A block that was loaded.
  struct Block {
    /// Number among the blocks of all inputs.
    let number: Int
    /// Position of the first byte of its file.
    let base: Int
    /// Where it stands in the content of its file.
    let range: InputSet.Block
    let isPacked: Bool
  }

  /// The blocks that one thread reads next, which follow one another.
  struct Turn {
    fileprivate var blocks: ArraySlice<Block> = []
    /// Bytes of plain files that were read in the turn before.
    fileprivate var bytesRead = 0
  }

  /// More blocks than inputs can have.
  static let mostBlocks = ListenRecord.positionLimit + 1
  /// Blocks from one word of progress to the next.
  private static let progressStep = 256
  /// The fewest bytes that a thread takes at once, and the most; many, so that few users have rows
  /// across the seams.
  private static let bytesOfTurn = (least: 2 << 20, most: 1 << 30)
  /// Bytes of a part that is looked for in memory.
  private static let bytesOfPart = 64 << 20
  /// At how many places.
  private static let placesOfPart = 4
  /// Bytes that are fetched at once before they are read, and how far ahead.
  private static let fetchStep = 8 << 20
  private static let fetchDistance = 4 * fetchStep

  private struct State: @unchecked Sendable {
    // Unchecked: guarded by the mutex, the stream too.
    var file = 0
    /// What is left of a plain file, once it has been begun.
    var order: ReadingOrder?
    /// Number of its first block.
    var firstBlock = 0
    /// Bytes of plain files whose turns are over.
    var bytesRead = 0
    /// Offset in a packed file of the next block.
    var offset = 0
    var base = 0
    /// The content that is being unpacked, once its file has been begun.
    var stream = UnpackedStream()
    var isStreamOpen = false
    var byteCounts: [Int] = []
    var blocks: [InputSet.Block] = []
  }

  private let source: InputSet
  private let blockSize: Int
  private let threads: Int
  private let progress: any ProgressSink
  private let state = Mutex(State())

  init(_ inputs: InputSet, blockSize: Int, threads: Int, progress: any ProgressSink) {
    source = inputs
    self.threads = threads
    self.blockSize = blockSize
    self.progress = progress
  }

  /// All blocks that were handed out, in order.
  var blocks: [InputSet.Block] { state.withLock { $0.blocks } }

  /// The inputs with the sizes that they turned out to have, when all blocks have been handed out.
  var inputs: InputSet { state.withLock { source.withByteCounts($0.byteCounts) } }

  /// Fills `buffer` with the next block of the thread whose turn is `turn`; nil when there is none.
  func load(into buffer: inout BlockBuffer, of turn: inout Turn) throws -> Block? {
    if turn.blocks.isEmpty {
      let next = try state.withLock { state in
        state.bytesRead += turn.bytesRead
        return try nextTurn(&state, &buffer)
      }
      turn.blocks = next.blocks
      turn.bytesRead = next.blocks.reduce(0) { $0 + ($1.isPacked ? 0 : $1.range.range.count) }
      // Not under the lock: the system may take its time to accept it.
      if let part = next.toFetch { source.files[part.file].readAhead(part.range) }
    }
    guard let block = turn.blocks.popFirst() else { return nil }
    if !block.isPacked {
      let file = source.files[block.range.file]
      fetchAhead(of: block.range.range, in: file)
      try buffer.load(block.range, of: file)
    }
    return block
  }

  /// Has the system fetch what will be read soon.
  ///
  /// Threads that read blocks in turn look to the system like one that jumps, and it reads ahead too
  /// little: from a disk that gives 1.5 GB/s came a fourth of it.
  private func fetchAhead(of range: Range<Int>, in file: InputFile) {
    let step = (range.upperBound - 1) / Self.fetchStep
    guard range.lowerBound == 0 || (range.lowerBound - 1) / Self.fetchStep < step else { return }
    let start = step * Self.fetchStep + (range.lowerBound == 0 ? 0 : Self.fetchDistance)
    let count = range.lowerBound == 0 ? Self.fetchDistance + Self.fetchStep : Self.fetchStep
    file.readAhead(start..<start + count)
  }

  /// One block of a packed input, which is in `buffer` then, or some of a plain one: the fewer the
  /// less is left, so that all threads come to an end together.
  private func nextTurn(
    _ state: inout State, _ buffer: inout BlockBuffer
  ) throws -> (blocks: ArraySlice<Block>, toFetch: InputSet.Block?) {
    while state.file < source.files.count {
      let file = source.files[state.file]
      if let member = file.member {
        let end = try unpack(member, &state, &buffer)
        if end > state.offset { return ([packedBlock(upTo: end, &state)], nil) }
      } else {
        if state.order == nil { begin(file, &state) }
        if let range = nextRange(of: file, &state.order) {
          let part = state.order?.nextToFetch()
          return (
            blocks(of: range, &state)[...], part.map { .init(file: state.file, range: $0) }
          )
        }
      }
      try endFile(&state)
    }
    return ([], nil)
  }

  private func packedBlock(upTo end: Int, _ state: inout State) -> Block {
    let range = InputSet.Block(file: state.file, range: state.offset..<end)
    let block = Block(
      number: state.blocks.count, base: state.base, range: range, isPacked: true)
    if block.number % Self.progressStep == 0 { tellProgress(state) }
    state.blocks.append(range)
    state.offset = end
    return block
  }

  private func begin(_ file: InputFile, _ state: inout State) {
    state.firstBlock = state.blocks.count
    for start in stride(from: 0, to: file.byteCount, by: blockSize) {
      let range = start..<min(start + blockSize, file.byteCount)
      state.blocks.append(InputSet.Block(file: state.file, range: range))
    }
    state.order = ReadingOrder(
      byteCount: file.byteCount, partSize: wholeBlocks(Self.bytesOfPart)
    ) { isInMemory($0, of: file) }
  }

  private func nextRange(of file: InputFile, _ order: inout ReadingOrder?) -> Range<Int>? {
    let fair = (order?.byteCount ?? 0) / (4 * threads)
    let most = min(max(fair, Self.bytesOfTurn.least), Self.bytesOfTurn.most)
    return order?.next(atMost: wholeBlocks(most)) {
      isInMemory($0, of: file)
    }
  }

  /// At most so many bytes, at least one block.
  private func wholeBlocks(_ byteCount: Int) -> Int { max(1, byteCount / blockSize) * blockSize }

  private func isInMemory(_ part: Range<Int>, of file: InputFile) -> Bool {
    let step = max(1, part.count / Self.placesOfPart)
    return stride(from: part.lowerBound, to: part.upperBound, by: step).allSatisfy {
      file.isInMemory(at: $0)
    }
  }

  private func blocks(of range: Range<Int>, _ state: inout State) -> [Block] {
    tellProgress(state)
    let first = state.firstBlock + range.lowerBound / blockSize
    let last = state.firstBlock + (range.upperBound - 1) / blockSize
    return (first...last).map {
      Block(number: $0, base: state.base, range: state.blocks[$0], isPacked: false)
    }
  }

  /// Unpacks the next block into `buffer`; tells where it ends in the content.
  private func unpack(
    _ member: PackedMember, _ state: inout State, _ buffer: inout BlockBuffer
  ) throws -> Int {
    if !state.isStreamOpen { try state.stream.open(member) }
    state.isStreamOpen = true
    _ = try buffer.load(from: state.stream)
    guard state.base + state.stream.offset <= ListenRecord.positionLimit else {
      throw InputSet.tooLarge
    }
    return state.stream.offset
  }

  private func endFile(_ state: inout State) throws {
    let following = source.files[(state.file + 1)...].first?.member?.packed
    if state.isStreamOpen, following !== source.files[state.file].member?.packed {
      try state.stream.finish()
    }
    let file = source.files[state.file]
    let byteCount = file.isPacked ? state.offset : file.byteCount
    state.byteCounts.append(byteCount)
    state.base += byteCount
    state.file += 1
    state.offset = 0
    state.order = nil
    state.isStreamOpen = false
  }

  /// Progress by what has been read from the file system, because unpacked sizes are not known.
  private func tellProgress(_ state: State) {
    let all = source.files.reduce(0) { $0 + $1.storedByteCount }
    let packedBefore = source.files[..<state.file].reduce(0) {
      $0 + ($1.isPacked ? $1.storedByteCount : 0)
    }
    let file = source.files[state.file]
    let packed = file.isPacked ? state.stream.progress * Double(file.storedByteCount) : 0
    let done = Double(packedBefore + state.bytesRead) + packed
    progress.advance("scan", to: done / Double(max(1, all)))
  }
}
