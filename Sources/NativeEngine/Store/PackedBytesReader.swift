/// Reads what `PackedBytes` wrote; every read is checked against the end.
struct PackedBytesReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type = Number.self
  ) throws(DamagedCheckpoint) -> Number {
    guard bytes.count - index >= MemoryLayout<Number>.size else { throw DamagedCheckpoint() }
    let number = unsafe bytes.withUnsafeBytes { bytes in
      unsafe bytes.loadUnaligned(fromByteOffset: index, as: Number.self)
    }
    index += MemoryLayout<Number>.size
    return Number(littleEndian: number)
  }

  /// Text that was appended as a string.
  mutating func string() throws(DamagedCheckpoint) -> String {
    guard let string = String(validating: try text(), as: UTF8.self) else {
      throw DamagedCheckpoint()
    }
    return string
  }

  mutating func text() throws(DamagedCheckpoint) -> [UInt8] {
    let count = Int(try number(UInt32.self))
    guard bytes.count - index >= count else { throw DamagedCheckpoint() }
    defer { index += count }
    return Array(bytes[index..<index + count])
  }
}
