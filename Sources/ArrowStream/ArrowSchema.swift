/// The columns of a stream, from its first message.
struct ArrowSchema: Hashable {
  let fields: [ArrowField]

  init(_ table: MetadataTable) throws(ArrowStreamError) {
    let endianness: Int16 = try table.number(0, or: 0)
    guard endianness == 0 else {
      throw .unsupported("numbers with the most significant byte first")
    }
    var fields: [ArrowField] = []
    for field in try table.tables(1) {
      let name = try field.text(0) ?? ""
      guard try field.table(4) == nil else { throw .unsupported("the dictionary column \(name)") }
      fields.append(ArrowField(name: name, type: try Self.type(of: field, name: name)))
    }
    self.fields = fields
  }

  private static func type(
    of field: MetadataTable, name: String
  ) throws(ArrowStreamError) -> ArrowType {
    let kind: UInt8 = try field.number(2, or: 0)
    guard let type = try field.table(3) else { throw .malformed("column \(name) has no type") }
    switch kind {
    case 1: return .null
    case 2: return try int(type, name)
    case 3: return try float(type, name)
    case 4: return .binary
    case 5: return .utf8
    case 6: return .bool
    case 8: return try date(type, name)
    case 10: return try timestamp(type, name)
    default:
      throw .unsupported(
        "the column \(name) of type number \(kind); the query can cast it or make it text")
    }
  }

  private static func int(_ type: MetadataTable, _ name: String) throws(ArrowStreamError)
    -> ArrowType
  {
    let bits: Int32 = try type.number(0, or: 0)
    let signed: UInt8 = try type.number(1, or: 0)
    guard [8, 16, 32, 64].contains(bits) else {
      throw .malformed("column \(name) has integers of \(bits) bits")
    }
    return .int(bits: Int(bits), signed: signed != 0)
  }

  private static func float(_ type: MetadataTable, _ name: String) throws(ArrowStreamError)
    -> ArrowType
  {
    switch try type.number(0, or: Int16(0)) {
    case 1: return .float(bits: 32)
    case 2: return .float(bits: 64)
    default: throw .unsupported("the column \(name) of floating point numbers of 16 bits")
    }
  }

  private static func date(_ type: MetadataTable, _ name: String) throws(ArrowStreamError)
    -> ArrowType
  {
    // The format's own default is the other unit, milliseconds.
    guard try type.number(0, or: Int16(1)) == 0 else {
      throw .unsupported("the column \(name) of dates in milliseconds")
    }
    return .date
  }

  private static func timestamp(_ type: MetadataTable, _ name: String) throws(ArrowStreamError)
    -> ArrowType
  {
    guard let unit = ArrowType.TimeUnit(rawValue: Int(try type.number(0, or: Int16(0)))) else {
      throw .malformed("column \(name) has an unknown unit of time")
    }
    return .timestamp(unit: unit, zone: try type.text(1))
  }
}
