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
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: String(self).utf8) }
}

extension Text: TSVField {
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension Instant: TSVField {
  func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}
