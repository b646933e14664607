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

  /// Makes the file one that others find, and opens it.
  ///
  /// - Parameters:
  ///   - found: what was found of all sessions.
  ///   - lengthTally: of the rule about the length of sessions.
  ///   - listens: what they were cut from.
  /// - Returns: the file.
  /// - Throws: `CheckpointNotKept` when it cannot be written.
  func publish(
    _ found: SessionScan, lengthTally: RuleTally?, of listens: ListenFile
  ) throws -> SessionFile {
    let state = SessionState(
      sessionCount: found.sessionCount, lengthTally: lengthTally, listens: listens.identity)
    try writer.append(section: "blocks", blocks.index.packed)
    for longest in found.longestByMeasure {
      try writer.append(
        section: SessionFile.section(longest.measure), SessionFile.packed(longest))
    }
    try writer.append(section: "state", state.json)
    return try SessionFile(writer.publish())
  }
}
