@testable import NativeEngine

extension ByteHash {
  /// The hash of bytes that stand in front of others.
  static func hash(
    of bytes: [UInt8], followedBy other: [UInt8] = Array(repeating: 0, count: overread),
    seed: UInt64 = 0
  ) -> UInt64 {
    let all = bytes + other
    return unsafe all.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { unsafe hash($0, bytes.count, seed: seed) } ?? 0
    }
  }

  /// The hash of a long text that stands in front of other bytes.
  static func hash(
    long bytes: [UInt8], followedBy other: [UInt8] = Array(repeating: 0, count: overread)
  ) -> UInt64 {
    let all = bytes + other
    return unsafe all.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { unsafe hash(long: $0, bytes.count) } ?? 0
    }
  }

  /// The hash of an id.
  static func hash(id bytes: [UInt8]) -> UInt64 {
    let all = bytes + Array(repeating: 0, count: overread)
    return unsafe all.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { unsafe hash(id: $0, bytes.count) } ?? 0
    }
  }

  /// Whether the first `count` bytes are the same; both arrays go on behind them.
  static func equal(_ left: [UInt8], _ right: [UInt8], first count: Int) -> Bool {
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return false }
        return unsafe equal(left, right, count)
      }
    }
  }
}
