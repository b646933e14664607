import ListeningSessions
import Synchronization

/// Hands out the inputs block by block, in order, to whatever thread asks next.
///
/// A plain file is read by the threads side by side. A packed one is unpacked by one thread at a time,
/// which takes turns: while one unpacks the next block into its buffer, the others judge theirs.
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
  }

  /// More blocks than inputs can have.
  static let mostBlocks = ListenRecord.positionLimit + 1
  /// Blocks from one word of progress to the next.
  private static let progressStep = 256
  /// The most bytes that a thread takes at once, so that few users have rows across the seams.
  private static let mostBytesOfTurn = 64 << 20
  /// Bytes that are fetched at once before they are read, and how far ahead.
  private static let fetchStep = 8 << 20
  private static let fetchDistance = 4 * fetchStep

  private struct State: @unchecked Sendable {
    // Unchecked: guarded by the mutex, the stream too.
    var file = 0
    /// Offset in the file of the next block.
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
      turn.blocks = try state.withLock { state in try nextTurn(&state, &buffer) }
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

  /// One block of a packed input, which is in `buffer` then, or some of plain ones: the fewer the
  /// less is left, so that all threads come to an end together.
  private func nextTurn(
    _ state: inout State, _ buffer: inout BlockBuffer
  ) throws -> ArraySlice<Block> {
    guard let first = try next(&state, &buffer) else { return [] }
    var blocks = [first]
    let rest = source.files[state.file].byteCount - state.offset
    var bytesLeft = min(Self.mostBytesOfTurn, rest / (4 * threads)) - first.range.range.count
    while !first.isPacked, bytesLeft > 0, state.offset < source.files[state.file].byteCount,
      let block = try next(&state, &buffer)
    {
      blocks.append(block)
      bytesLeft -= block.range.range.count
    }
    return blocks[...]
  }

  private func next(
    _ state: inout State, _ buffer: inout BlockBuffer
  ) throws -> Block? {
    while state.file < source.files.count {
      let file = source.files[state.file]
      let end =
        if let member = file.member {
          try unpack(member, &state, &buffer)
        } else {
          min(state.offset + blockSize, file.byteCount)
        }
      guard end > state.offset else {
        try endFile(&state)
        continue
      }
      let range = InputSet.Block(file: state.file, range: state.offset..<end)
      let block = Block(
        number: state.blocks.count, base: state.base, range: range, isPacked: file.isPacked)
      if block.number % Self.progressStep == 0 { tellProgress(state) }
      state.blocks.append(range)
      state.offset = end
      return block
    }
    return nil
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
    state.byteCounts.append(state.offset)
    state.base += state.offset
    state.file += 1
    state.offset = 0
    state.isStreamOpen = false
  }

  /// Progress by what has been read from the file system, because unpacked sizes are not known.
  private func tellProgress(_ state: State) {
    let all = source.files.reduce(0) { $0 + $1.storedByteCount }
    let before = source.files[..<state.file].reduce(0) { $0 + $1.storedByteCount }
    let file = source.files[state.file]
    let share =
      !file.isPacked
      ? Double(state.offset) / Double(max(1, file.byteCount)) : state.stream.progress
    let done = Double(before) + share * Double(file.storedByteCount)
    progress.advance("scan", to: done / Double(max(1, all)))
  }
}
