import ListeningSessions

/// Writes all sessions of a history, for the users of a `ListenFile` in the same blocks and order.
final class SessionFileWriter: Sendable {
  private let writer: CheckpointWriter
  private let blocks: BlockWriter

  init(_ writer: CheckpointWriter) {
    self.writer = writer
    blocks = BlockWriter(writer)
  }

  /// Writes the sessions of each user of a block.
  func write(_ users: [SessionSpans], as number: BlockNumber) throws {
    var packed = PackedBytes()
    for spans in users {
      packed.append(UInt32(spans.count))
      for span in spans {
        packed.append(span.start.secondsSinceEpoch)
        packed.append(span.end.secondsSinceEpoch)
        packed.append(UInt32(span.trackCount))
      }
    }
    try blocks.write(packed.bytes, as: number)
  }

  /// Makes the file one that others find, with more sections, and opens it.
  func publish(_ sections: [(name: String, bytes: [UInt8])] = []) throws -> CheckpointReader {
    try writer.append(section: "blocks", blocks.index.packed)
    for section in sections { try writer.append(section: section.name, section.bytes) }
    return try writer.publish()
  }
}
