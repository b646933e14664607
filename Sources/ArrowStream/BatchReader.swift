/// Reads the columns of one batch, whose buffers follow one another in the order of the fields.
struct BatchReader {
  let rowCount: Int
  private let body: ByteWindow
  private let nodes: [(Int64, Int64)]
  private let buffers: [(Int64, Int64)]
  private var nextNode = 0
  private var nextBuffer = 0

  init(_ batch: MetadataTable, body: ByteWindow) throws(ArrowStreamError) {
    guard try batch.table(3) == nil else { throw .unsupported("a compressed batch") }
    rowCount = Int(try batch.number(0, or: Int64(0)))
    guard rowCount >= 0 else { throw .malformed("a batch has \(rowCount) rows") }
    nodes = try batch.pairs(1)
    buffers = try batch.pairs(2)
    self.body = body
  }

  /// The next column, which must be of `field`.
  mutating func column(_ field: ArrowField) throws(ArrowStreamError) -> ArrowColumn {
    guard nextNode < nodes.count else { throw .malformed("column \(field.name) is missing") }
    let (length, nulls) = nodes[nextNode]
    nextNode += 1
    guard Int(length) == rowCount, nulls >= 0, nulls <= length else {
      throw .malformed("column \(field.name) has \(length) rows and \(nulls) nulls")
    }
    if field.type == .null { return ArrowColumn(field, .nulls(rowCount), isValid: nil) }
    let isValid = try validity(field, nulls: Int(nulls))
    return ArrowColumn(field, try storage(field), isValid: isValid)
  }

  private mutating func storage(
    _ field: ArrowField
  ) throws(ArrowStreamError) -> ArrowColumn.Storage {
    switch field.type {
    case .null: return .nulls(rowCount)
    case .bool: return .bools(try bits(field.name))
    case .int(let bits, let signed): return .integers(try integers(field.name, bits, signed))
    case .date: return .integers(try integers(field.name, 32, true))
    case .timestamp(let unit, _): return .integers(try microseconds(field.name, unit))
    case .float(let bits): return .doubles(try doubles(field.name, bits))
    case .utf8, .binary: return try texts(field.name)
    }
  }

  private mutating func buffer(_ column: String) throws(ArrowStreamError) -> ByteWindow {
    guard nextBuffer < buffers.count else { throw .malformed("a buffer of \(column) is missing") }
    let (offset, length) = buffers[nextBuffer]
    nextBuffer += 1
    return ByteWindow(
      try body.slice(at: Int(offset), length: Int(length), of: "the column \(column)"))
  }

  /// Which rows are not null; nil when all are not, and the buffer may then be left out.
  private mutating func validity(
    _ field: ArrowField, nulls: Int
  ) throws(ArrowStreamError) -> [Bool]? {
    let window = try buffer(field.name)
    return nulls == 0 ? nil : try Self.bits(window, count: rowCount, of: field.name)
  }

  private mutating func bits(_ column: String) throws(ArrowStreamError) -> [Bool] {
    try Self.bits(try buffer(column), count: rowCount, of: column)
  }

  private static func bits(
    _ window: ByteWindow, count: Int, of column: String
  ) throws(ArrowStreamError) -> [Bool] {
    // Rounded up without an overflow.
    let bytes = try window.slice(
      at: 0, length: count / 8 + (count % 8 == 0 ? 0 : 1), of: "the column \(column)")
    var bits: [Bool] = []
    bits.reserveCapacity(count)
    for row in 0..<count { bits.append(bytes[bytes.startIndex + row / 8] >> (row % 8) & 1 == 1) }
    return bits
  }

  private mutating func integers(
    _ column: String, _ bits: Int, _ signed: Bool
  ) throws(ArrowStreamError) -> [Int64] {
    switch (bits, signed) {
    case (8, true): return try numbers(column, Int8.self)
    case (8, false): return try numbers(column, UInt8.self)
    case (16, true): return try numbers(column, Int16.self)
    case (16, false): return try numbers(column, UInt16.self)
    case (32, true): return try numbers(column, Int32.self)
    case (32, false): return try numbers(column, UInt32.self)
    case (_, true): return try numbers(column, Int64.self)
    case (_, false): return try numbers(column, UInt64.self)
    }
  }

  private mutating func numbers<Number: FixedWidthInteger>(
    _ column: String, _: Number.Type
  ) throws(ArrowStreamError) -> [Int64] {
    var numbers: [Int64] = []
    try eachNumber(column, Number.self) { number throws(ArrowStreamError) in
      guard let wide = Int64(exactly: number) else {
        throw .unsupported("a number over 2^63 in the column \(column)")
      }
      numbers.append(wide)
    }
    return numbers
  }

  private mutating func microseconds(
    _ column: String, _ unit: ArrowType.TimeUnit
  ) throws(ArrowStreamError) -> [Int64] {
    let counts = try numbers(column, Int64.self)
    let factor: Int64 =
      switch unit {
      case .second: 1_000_000
      case .millisecond: 1000
      case .microsecond, .nanosecond: 1
      }
    // Under a null stands any number, so one too large for microseconds is no damage.
    return unit == .nanosecond ? counts.map { $0 / 1000 } : counts.map { $0 &* factor }
  }

  private mutating func doubles(
    _ column: String, _ bits: Int
  ) throws(ArrowStreamError) -> [Double] {
    var numbers: [Double] = []
    if bits == 32 {
      try eachNumber(column, UInt32.self) { number throws(ArrowStreamError) in
        numbers.append(Double(Float(bitPattern: number)))
      }
    } else {
      try eachNumber(column, UInt64.self) { number throws(ArrowStreamError) in
        numbers.append(Double(bitPattern: number))
      }
    }
    return numbers
  }

  private mutating func eachNumber<Number: FixedWidthInteger>(
    _ column: String, _: Number.Type, _ body: (Number) throws(ArrowStreamError) -> Void
  ) throws(ArrowStreamError) {
    let window = try buffer(column)
    let size = Number.bitWidth / 8
    guard rowCount <= window.count / size else { throw .truncated("the column \(column)") }
    for row in 0..<rowCount {
      try body(try window.load(Number.self, at: row * size, of: "the column \(column)"))
    }
  }

  private mutating func texts(
    _ column: String
  ) throws(ArrowStreamError) -> ArrowColumn.Storage {
    let window = try buffer(column)
    let bytes = try buffer(column)
    // A column without rows may leave the offsets out.
    if rowCount == 0 { return .bytes(offsets: [0], []) }
    guard rowCount < window.count / 4 else { throw .truncated("the column \(column)") }
    var offsets: [Int] = []
    offsets.reserveCapacity(rowCount + 1)
    for row in 0...rowCount {
      let offset = Int(try window.load(Int32.self, at: row * 4, of: "the column \(column)"))
      guard offset >= offsets.last ?? 0 else {
        throw .malformed("the texts of column \(column) run backwards")
      }
      offsets.append(offset)
    }
    let first = offsets[0]
    let content = try bytes.slice(
      at: first, length: offsets[rowCount] - first, of: "the column \(column)")
    return .bytes(offsets: first == 0 ? offsets : offsets.map { $0 - first }, Array(content))
  }
}
