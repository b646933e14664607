/// Bytes that can be read several at once, the lowest first, wherever they stand.
public protocol ByteWords {
  var count: Int { get }
  func byte(at index: Int) -> UInt8
  /// Four bytes from an index on.
  func half(at index: Int) -> UInt64
  /// Eight bytes from an index on.
  func word(at index: Int) -> UInt64
}

extension [UInt8]: ByteWords {
  public func byte(at index: Int) -> UInt8 { self[index] }

  public func half(at index: Int) -> UInt64 {
    (0..<4).reduce(0) { $0 | UInt64(self[index + $1]) << UInt64(8 * $1) }
  }

  public func word(at index: Int) -> UInt64 { half(at: index) | half(at: index + 4) << 32 }
}
