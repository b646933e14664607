/// A flat table, read from one or more Arrow streams with the same columns.
///
///     let table = try ArrowTable(stream: bytes)
///     let names = try table.column("name")
///     for row in 0..<table.rowCount { print(try names.string(row) ?? "nobody") }
public struct ArrowTable: Sendable {
  public private(set) var rowCount = 0
  public private(set) var columns: [ArrowColumn] = []

  /// A table without rows and columns, to which another can be added.
  public init() {}

  /// Reads a whole stream of the Arrow IPC streaming format.
  ///
  /// - Parameter bytes: the stream: a schema, batches, and the mark at the end.
  /// - Throws: `ArrowStreamError` for bytes that are damaged or hold what this reader does not know:
  ///   nested types, decimals, dictionaries, compression.
  public init(stream bytes: [UInt8]) throws(ArrowStreamError) {
    let stream = ByteWindow(bytes[...])
    guard let first = try ArrowMessage.read(stream, at: 0), case .schema(let schema) = first.header
    else { throw .malformed("it does not begin with a schema") }
    var offset = first.end
    var isEmpty = true
    while let message = try ArrowMessage.read(stream, at: offset) {
      guard case .batch(let batch) = message.header else { throw .malformed("a second schema") }
      try append(try ArrowTable(batch, of: schema, body: message.body))
      offset = message.end
      isEmpty = false
    }
    if isEmpty { self = try ArrowTable(emptyOf: schema) }
  }

  private init(
    _ batch: MetadataTable, of schema: ArrowSchema, body: ByteWindow
  ) throws(ArrowStreamError) {
    var reader = try BatchReader(batch, body: body)
    for field in schema.fields { columns.append(try reader.column(field)) }
    rowCount = reader.rowCount
  }

  private init(emptyOf schema: ArrowSchema) throws(ArrowStreamError) {
    columns = schema.fields.map { field in
      let storage: ArrowColumn.Storage =
        switch field.type {
        case .null: .nulls(0)
        case .bool: .bools([])
        case .int, .date, .timestamp: .integers([])
        case .float: .doubles([])
        case .utf8, .binary: .bytes(offsets: [0], [])
        }
      return ArrowColumn(field, storage, isValid: nil)
    }
  }

  /// Adds the rows of a table with the same columns, or of any if this one has none.
  ///
  /// - Parameter other: the rows.
  /// - Throws: `ArrowStreamError.malformed` if the columns differ.
  public mutating func append(_ other: ArrowTable) throws(ArrowStreamError) {
    if columns.isEmpty, rowCount == 0 {
      self = other
      return
    }
    guard columns.map(\.field) == other.columns.map(\.field) else {
      throw .malformed("its parts have different columns")
    }
    let (sum, overflows) = rowCount.addingReportingOverflow(other.rowCount)
    guard !overflows else { throw .malformed("it has more rows than can be counted") }
    for index in columns.indices { columns[index].append(other.columns[index]) }
    rowCount = sum
  }

  /// The first column with a name.
  ///
  /// - Parameter name: exactly as the query gave it.
  /// - Returns: the column.
  /// - Throws: `ArrowStreamError.missingColumn`.
  public func column(_ name: String) throws(ArrowStreamError) -> ArrowColumn {
    guard let column = columns.first(where: { $0.field.name == name }) else {
      throw .missingColumn(name)
    }
    return column
  }
}
