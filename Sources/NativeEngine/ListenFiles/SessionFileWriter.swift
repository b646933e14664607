import ListeningSessions
import Synchronization

/// Writes all sessions of a history, for the users of a `ListenFile` in the same blocks and order.
final class SessionFileWriter: Sendable {
  private let writer: CheckpointWriter
  private let blocks: Mutex<[Int: (range: Range<Int>, checksum: UInt64)]> = Mutex([:])

  init(_ writer: CheckpointWriter) {
    self.writer = writer
  }

  /// Writes the sessions of each user of block `number`.
  func write(block number: Int, _ users: [SessionSpans]) throws {
    var packed = PackedBytes()
    for spans in users {
      packed.append(UInt32(spans.count))
      for span in spans {
        packed.append(span.start.secondsSinceEpoch)
        packed.append(span.end.secondsSinceEpoch)
        packed.append(UInt32(span.trackCount))
      }
    }
    let offset = writer.reserve(packed.bytes.count)
    let checksum = try unsafe packed.bytes.withUnsafeBytes { bytes in
      try unsafe writer.write(bytes, at: offset)
      return unsafe Checksum.of(bytes)
    }
    let range = offset..<offset + packed.bytes.count
    blocks.withLock { $0[number] = (range, checksum) }
  }

  /// Makes the file one that others find, with more sections, and opens it.
  func publish(_ sections: [(name: String, bytes: [UInt8])] = []) throws -> CheckpointReader {
    let blocks = blocks.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
    try writer.append(section: "blocks", BlockIndex(blocks).packed)
    for section in sections { try writer.append(section: section.name, section.bytes) }
    return try writer.publish()
  }
}
