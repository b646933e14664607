/// Where the blocks of a file stand, with their checksums.
struct BlockIndex: Sendable {
  private let blocks: [(range: Range<Int>, checksum: UInt64)]

  init(_ blocks: [(range: Range<Int>, checksum: UInt64)]) {
    self.blocks = blocks
  }

  /// Reads what `packed` gave.
  init(packed: [UInt8]) throws {
    var reader = PackedBytesReader(packed)
    var blocks: [(range: Range<Int>, checksum: UInt64)] = []
    while !reader.isAtEnd {
      let start = try reader.number(UInt64.self)
      let count = try reader.number(UInt64.self)
      guard start < 1 << 62, count < 1 << 62 else { throw DamagedCheckpoint() }
      blocks.append((Int(start)..<Int(start + count), try reader.number()))
    }
    self.blocks = blocks
  }

  var packed: [UInt8] {
    var packed = PackedBytes()
    for (range, checksum) in blocks {
      packed.append(UInt64(range.lowerBound))
      packed.append(UInt64(range.count))
      packed.append(checksum)
    }
    return packed.bytes
  }

  var count: Int { blocks.count }

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
