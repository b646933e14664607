import ListeningSessions

/// Builds tab-separated text line by line.
struct TSVTable {
  private(set) var bytes: [UInt8] = []

  /// Begins without a header.
  init() {}

  init(_ columns: [String]) {
    bytes = Array((columns.joined(separator: "\t") + "\n").utf8)
  }

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
    if self >= 1000 { bytes.append((self / 1000).lastDigit) }
    if self >= 100 { bytes.append((self / 100).lastDigit) }
    if self >= 10 { bytes.append((self / 10).lastDigit) }
    bytes.append(lastDigit)
  }

  /// The last decimal digit, as text.
  var lastDigit: UInt8 { 0x30 + UInt8(truncatingIfNeeded: self % 10) }
}

extension Text: TSVField {
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension Instant: TSVField {}
