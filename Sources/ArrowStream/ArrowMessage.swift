/// One message of a stream: metadata, and the bytes of a batch behind it.
struct ArrowMessage {
  /// What the metadata is about.
  enum Header {
    case schema(ArrowSchema)
    case batch(MetadataTable)
  }

  let header: Header
  let body: ByteWindow
  /// Where the next message begins.
  let end: Int

  /// The message at `offset`, or nil at the mark that ends the stream.
  static func read(_ stream: ByteWindow, at offset: Int) throws(ArrowStreamError) -> ArrowMessage? {
    guard try stream.load(UInt32.self, at: offset, of: "the start of a message") == .max else {
      throw .malformed("no message begins at byte \(offset)")
    }
    let length = Int(try stream.load(Int32.self, at: offset + 4, of: "the start of a message"))
    if length == 0 { return nil }
    let metadata = ByteWindow(try stream.slice(at: offset + 8, length: length, of: "metadata"))
    let table = try MetadataTable(rootOf: metadata)
    let bodyLength = Int(try table.number(3, or: Int64(0)))
    let bodyStart = offset + 8 + length
    let body = try stream.slice(at: bodyStart, length: bodyLength, of: "the body of a message")
    return ArrowMessage(
      header: try header(of: table), body: ByteWindow(body), end: bodyStart + bodyLength)
  }

  private static func header(of table: MetadataTable) throws(ArrowStreamError) -> Header {
    let kind: UInt8 = try table.number(1, or: 0)
    guard let header = try table.table(2) else { throw .malformed("a message has no header") }
    switch kind {
    case 1: return .schema(try ArrowSchema(header))
    case 2: throw .unsupported("a dictionary")
    case 3: return .batch(header)
    default: throw .unsupported("a message of kind \(kind)")
    }
  }
}
