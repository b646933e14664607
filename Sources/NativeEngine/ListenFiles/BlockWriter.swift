import Synchronization

/// Writes the blocks of a file, from many workers in any order.
final class BlockWriter: Sendable {
  private let writer: CheckpointWriter
  private let blocks: Mutex<[BlockNumber: BlockIndex.Block]> = Mutex([:])

  init(_ writer: CheckpointWriter) {
    self.writer = writer
  }

  /// Writes one block.
  func write(_ bytes: [UInt8], as number: BlockNumber) throws {
    let offset = writer.reserve(bytes.count)
    try writer.write(bytes, at: offset)
    let block = BlockIndex.Block(
      run: number.run, range: offset..<offset + bytes.count, checksum: Checksum.of(bytes))
    blocks.withLock { $0[number] = block }
  }

  /// Where all blocks are, in order of their numbers.
  var index: BlockIndex {
    BlockIndex(blocks.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value))
  }
}
