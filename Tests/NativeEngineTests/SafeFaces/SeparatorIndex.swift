import CByteScan

/// What the C functions find in some bytes.
struct SeparatorIndex: Equatable {
  let positions: [UInt32]
  /// A word for each sixty-four bytes.
  let high: [UInt64]
  let isUTF8: Bool

  /// Which of the functions is asked.
  enum Version {
    case fast, plain
  }

  /// Indexes `bytes[skipped ..< skipped + to]`; positions count from `skipped`.
  ///
  /// - Parameters:
  ///   - bytes: go on for at least 63 bytes behind the indexed ones.
  ///   - skipped: bytes before the first, which move it in memory.
  ///   - start: from where on the bytes should be UTF-8.
  ///   - to: where to stop.
  ///   - version: the function.
  init(of bytes: [UInt8], skipping skipped: Int, start: Int = 0, to: Int, _ version: Version) {
    precondition(bytes.count >= skipped + to + 63)
    var positions = Array(repeating: UInt32.max, count: to + 8)
    var high = Array(repeating: UInt64.max, count: (to + 63) / 64)
    var isUTF8: Int32 = -1
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = unsafe bytes.baseAddress.map({ unsafe $0 + skipped }) else { return 0 }
      return switch version {
      case .fast:
        unsafe sidelong_index_separators(first, start, to, &positions, &high, &isUTF8)
      case .plain:
        unsafe sidelong_index_separators_plain(first, start, to, &positions, &high, &isUTF8)
      }
    }
    self.positions = Array(positions.prefix(count))
    self.high = high
    self.isUTF8 = isUTF8 == 1
  }
}
