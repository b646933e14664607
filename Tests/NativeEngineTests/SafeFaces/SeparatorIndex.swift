import CByteScan

/// What the C functions find in some bytes.
struct SeparatorIndex: Equatable {
  let positions: [UInt32]
  /// A word for each sixty-four bytes.
  let high: [UInt64]
  let isUTF8: Bool

  /// Bits of the vectors that can be worked with here, but for plain C.
  static let vectors: [Int32] = [128, 256, 512].filter { $0 <= sidelong_widest_vectors() }

  /// Indexes `bytes[skipped ..< skipped + to]`; positions count from `skipped`.
  ///
  /// - Parameters:
  ///   - bytes: go on for at least 63 bytes behind the indexed ones.
  ///   - skipped: bytes before the first, which move it in memory.
  ///   - start: from where on the bytes should be UTF-8.
  ///   - to: where to stop.
  ///   - vectorBits: bits of the vectors to work with; 0: plain C.
  init(of bytes: [UInt8], skipping skipped: Int, start: Int = 0, to: Int, vectorBits: Int32) {
    precondition(bytes.count >= skipped + to + 63)
    var positions = Array(repeating: UInt32.max, count: to + 16)
    var high = Array(repeating: UInt64.max, count: (to + 63) / 64)
    var isUTF8: Int32 = -1
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = unsafe bytes.baseAddress.map({ unsafe $0 + skipped }) else { return 0 }
      return unsafe sidelong_index_separators(
        vectorBits, first, start, to, &positions, &high, &isUTF8)
    }
    self.positions = Array(positions.prefix(count))
    self.high = high
    self.isUTF8 = isUTF8 == 1
  }
}
