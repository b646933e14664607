import CByteScan

/// What the C functions find in some bytes.
struct SeparatorIndex: Equatable {
  let positions: [UInt32]
  /// A word for each sixty-four bytes.
  let high: [UInt64]

  /// Which of the functions is asked.
  enum Version {
    case fast, plain
  }

  /// Indexes `bytes[skipped + from ..< skipped + to]`; positions count from `skipped`.
  ///
  /// - Parameters:
  ///   - bytes: go on for at least 63 bytes behind the indexed ones.
  ///   - skipped: bytes before the first, which move it in memory.
  ///   - from: a multiple of 64.
  ///   - to: where to stop.
  ///   - version: the function.
  init(of bytes: [UInt8], skipping skipped: Int, from: Int, to: Int, _ version: Version) {
    precondition(bytes.count >= skipped + to + 63)
    var positions = Array(repeating: UInt32.max, count: to - from + 8)
    var high = Array(repeating: UInt64.max, count: (to - from + 63) / 64)
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return switch version {
      case .fast:
        unsafe sidelong_index_separators(start + skipped, from, to, &positions, &high)
      case .plain:
        unsafe sidelong_index_separators_plain(start + skipped, from, to, &positions, &high)
      }
    }
    self.positions = Array(positions.prefix(count))
    self.high = high
  }
}
