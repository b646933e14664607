/// Numbers and text as bytes in a file, least significant byte first.
struct PackedBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    var rest = number
    for _ in 0..<number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func append(_ string: String) { append(text: Array(string.utf8)) }

  mutating func append(text: [UInt8]) {
    append(UInt32(text.count))
    bytes += text
  }
}
