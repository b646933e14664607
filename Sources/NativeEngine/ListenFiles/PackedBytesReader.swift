/// Reads what `PackedBytes` wrote; every read is checked against the end.
struct PackedBytesReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws -> Number {
    let size = Number.bitWidth / 8
    guard bytes.count - index >= size else { throw DamagedCheckpoint() }
    var number: Number = 0
    for place in (0..<size).reversed() {
      number = number << 8 | Number(truncatingIfNeeded: bytes[index + place])
    }
    index += size
    return number
  }

  mutating func text() throws -> [UInt8] {
    let count = Int(try number(UInt32.self))
    guard bytes.count - index >= count else { throw DamagedCheckpoint() }
    defer { index += count }
    return Array(bytes[index..<index + count])
  }
}
