/// A part of the stream, from which nothing can be read beyond its ends.
struct ByteWindow {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// The number whose first, least significant byte is at `offset`.
  func load<Number: FixedWidthInteger>(
    _: Number.Type, at offset: Int, of part: String
  ) throws(ArrowStreamError) -> Number {
    let size = Number.bitWidth / 8
    guard offset >= 0, offset <= bytes.count - size else { throw .truncated(part) }
    var number: Number = 0
    let start = bytes.startIndex + offset
    for index in 0..<size {
      number |= Number(truncatingIfNeeded: bytes[start + index]) << (8 * index)
    }
    return number
  }

  /// The `length` bytes from `offset` on.
  func slice(
    at offset: Int, length: Int, of part: String
  ) throws(ArrowStreamError) -> ArraySlice<UInt8> {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
      throw .truncated(part)
    }
    let start = bytes.startIndex + offset
    return bytes[start..<start + length]
  }
}
