import ListeningSessions

/// All sessions of a history, cut at one gap; twelve bytes each.
struct SessionFile: Sendable {
  let reader: CheckpointReader
  private let blocks: BlockIndex

  /// Opens what `SessionFileWriter` wrote.
  ///
  /// - Throws: `DamagedCheckpoint`.
  init(_ reader: CheckpointReader) throws {
    self.reader = reader
    blocks = try BlockIndex(packed: DamagedCheckpoint.of { try reader.bytes(ofSection: "blocks") })
  }

  var blockCount: Int { blocks.count }

  /// The sessions of each user of a block, in the order of the block's users.
  func users(ofBlock block: Int) throws -> [SessionSpans] {
    var block = try spans(ofBlock: block)
    var users: [SessionSpans] = []
    while let spans = try block.next() { users.append(spans) }
    return users
  }

  /// Likewise, one user after another.
  func spans(ofBlock block: Int) throws -> Users {
    Users(PackedBytesReader(try blocks.bytes(of: block, in: reader)))
  }

  /// The sessions of the users of a block, one user after another.
  struct Users {
    private var packed: PackedBytesReader

    fileprivate init(_ packed: PackedBytesReader) {
      self.packed = packed
    }

    /// The sessions of the next user; nil after the last.
    ///
    /// - Throws: `DamagedCheckpoint`.
    mutating func next() throws -> SessionSpans? {
      if packed.isAtEnd { return nil }
      let count = Int(try packed.number(UInt32.self))
      var spans: SessionSpans = []
      spans.reserveCapacity(min(count, 1 << 20))
      for _ in 0..<count {
        spans.append(
          SessionSpan(
            start: Instant(secondsSinceEpoch: try packed.number()),
            end: Instant(secondsSinceEpoch: try packed.number()),
            trackCount: Int(try packed.number(UInt32.self))))
      }
      return spans
    }
  }
}
