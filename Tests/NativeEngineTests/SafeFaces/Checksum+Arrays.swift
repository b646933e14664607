@testable import NativeEngine

extension Checksum {
  /// The checksum of bytes that stand behind `skipped` others, which moves them in memory.
  static func of(_ bytes: [UInt8], seed: UInt64 = 0, behind skipped: Int) -> UInt64 {
    let all = [UInt8](repeating: 0xAA, count: skipped) + bytes + [0xBB]
    return unsafe all.withUnsafeBytes {
      unsafe of(UnsafeRawBufferPointer(rebasing: $0[skipped..<skipped + bytes.count]), seed: seed)
    }
  }
}
