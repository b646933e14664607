@testable import NativeEngine

extension CheckpointReader {
  /// A copy of a range, taken through a mapped window.
  func mappedBytes(_ range: Range<Int>) throws -> [UInt8] {
    try unsafe withBytes(range) { unsafe [UInt8]($0) }
  }

  /// How many bytes behind a range are readable and zero, up to 64.
  func zerosBehind(_ range: Range<Int>) throws -> Int {
    try unsafe withBytes(range) { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      let behind = unsafe UnsafeRawBufferPointer(start: start + bytes.count, count: 64)
      return unsafe behind.prefix { $0 == 0 }.count
    }
  }
}
