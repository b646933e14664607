import ListeningSessions

/// Builds tab-separated text line by line.
struct TSVTable {
  private(set) var bytes: [UInt8] = []

  /// Begins without a header.
  init() {}

  init(_ columns: [String]) {
    bytes = Array((columns.joined(separator: "\t") + "\n").utf8)
  }

  /// Makes room for as many bytes.
  mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Adds a line with these fields.
  mutating func append<each Field: TSVField>(_ fields: repeat each Field) {
    for field in repeat each fields {
      field.write(to: &bytes)
      bytes.append(0x09)
    }
    bytes[bytes.count - 1] = 0x0A
  }
}

/// What can stand in a field of a result table.
protocol TSVField {
  func write(to bytes: inout [UInt8])
}

extension Int: TSVField {
  func write(to bytes: inout [UInt8]) {
    // Most fields are places of two to four digits; text of a number costs more than all of its row.
    guard (0..<10_000).contains(self) else { return bytes.append(contentsOf: String(self).utf8) }
    var first = 1000
    while first > 1, self < first { first /= 10 }
    while first > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: self / first % 10))
      first /= 10
    }
  }
}

extension Text: TSVField {
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension Instant: TSVField {}
