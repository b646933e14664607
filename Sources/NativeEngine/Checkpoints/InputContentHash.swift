import ListeningSessions

/// A hash of all bytes of one input, made of the checksums of its blocks in order.
///
/// The scan has each block in memory anyway, in no order and on several threads; the same comes out
/// of reading the file alone. Blocks of another size give another hash.
struct InputContentHash: Hashable, Sendable {
  let blockSize: Int
  let value: UInt64

  /// Combines the checksums of the blocks of one file, in order.
  init(ofBlocks checksums: some Collection<UInt64>, blockSize: Int) {
    self.blockSize = blockSize
    var packed = PackedBytes()
    for checksum in checksums { packed.append(checksum) }
    value = Checksum.of(packed.bytes)
  }

  /// The hash that a checkpoint holds as words.
  init(blockSize: Int, value: UInt64) {
    self.blockSize = blockSize
    self.value = value
  }

  /// The hashes of all inputs.
  ///
  /// - Parameters:
  ///   - checksums: of all blocks, by `Checksum.of` the block's own bytes, in the order of `blocks`.
  ///   - blocks: `InputSet.blocks(ofSize: blockSize)`.
  ///   - fileCount: how many inputs there are; an empty one has no block.
  ///   - blockSize: bytes of a block.
  /// - Returns: one for each input, in order.
  static func ofFiles(
    _ checksums: [UInt64], of blocks: [InputSet.Block], fileCount: Int, blockSize: Int
  ) -> [InputContentHash] {
    var byFile = Array(repeating: [UInt64](), count: fileCount)
    for (block, checksum) in zip(blocks, checksums) { byFile[block.file].append(checksum) }
    return byFile.map { InputContentHash(ofBlocks: $0, blockSize: blockSize) }
  }

  /// Reads all inputs with `threads` threads.
  ///
  /// - Throws: `AnalysisError` if one cannot be read or changed since it was opened.
  static func ofFiles(
    in inputs: InputSet, blockSize: Int, threads: Int
  ) throws -> [InputContentHash] {
    let blocks = inputs.blocks(ofSize: blockSize)
    let parts = try Workers.run(threads, items: blocks.count) { next in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 64)
      defer { unsafe buffer.deallocate() }
      var found: [(block: Int, checksum: UInt64)] = []
      while let number = next() {
        let block = blocks[number]
        let bytes = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<block.range.count])
        _ = try unsafe inputs.files[block.file].read(at: block.range.lowerBound, into: bytes)
        found.append((number, unsafe Checksum.of(UnsafeRawBufferPointer(bytes))))
      }
      return found
    }
    try inputs.requireUnchanged()
    var checksums = Array(repeating: UInt64(0), count: blocks.count)
    for found in parts.joined() { checksums[found.block] = found.checksum }
    return ofFiles(checksums, of: blocks, fileCount: inputs.files.count, blockSize: blockSize)
  }
}
