/// Where the blocks of a file stand, with their checksums.
///
/// Blocks are small enough to have one of each run in memory. The users of a run are in order of
/// their ids, so that merging the runs gives all users in order.
struct BlockIndex: Sendable {
  /// One block; its run is only told apart from those of its neighbours.
  struct Block: Sendable {
    let run: Int
    let range: Range<Int>
    let checksum: UInt64
  }

  private let blocks: [Block]

  init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  /// Reads what `packed` gave.
  init(packed: [UInt8]) throws {
    var reader = PackedBytesReader(packed)
    var blocks: [Block] = []
    while !reader.isAtEnd {
      let run = try reader.number(UInt32.self)
      let start = try reader.number(UInt64.self)
      let count = try reader.number(UInt64.self)
      guard start < 1 << 62, count < 1 << 62 else { throw DamagedCheckpoint() }
      blocks.append(
        Block(
          run: Int(run), range: Int(start)..<Int(start + count), checksum: try reader.number()))
    }
    self.blocks = blocks
  }

  var packed: [UInt8] {
    var packed = PackedBytes()
    for block in blocks {
      packed.append(UInt32(block.run))
      packed.append(UInt64(block.range.lowerBound))
      packed.append(UInt64(block.range.count))
      packed.append(block.checksum)
    }
    return packed.bytes
  }

  var count: Int { blocks.count }

  /// A checksum of what all blocks hold in which order, wherever they stand.
  var contentChecksum: UInt64 {
    var packed = PackedBytes()
    for block in blocks {
      packed.append(UInt32(block.run))
      packed.append(UInt64(block.range.count))
      packed.append(block.checksum)
    }
    return Checksum.of(packed.bytes)
  }

  /// The number that a block had when it was written.
  func number(of block: Int) -> BlockNumber {
    BlockNumber(run: blocks[block].run, place: block)
  }

  /// The blocks of each run.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for (number, block) in blocks.enumerated() {
      if number > 0, blocks[number - 1].run == block.run, let last = runs.popLast() {
        runs.append(last.lowerBound..<number + 1)
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }

  /// The bytes of a block.
  ///
  /// - Throws: `DamagedCheckpoint` when they are not those that were written.
  func bytes(of block: Int, in reader: CheckpointReader) throws -> [UInt8] {
    try DamagedCheckpoint.of {
      try unsafe reader.withBytes(blocks[block].range) { bytes in
        guard unsafe Checksum.of(bytes) == blocks[block].checksum else {
          throw DamagedCheckpoint()
        }
        return unsafe Array(bytes)
      }
    }
  }
}
