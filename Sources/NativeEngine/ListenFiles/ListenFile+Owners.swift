import ListeningSessions

extension ListenFile {
  /// The users of a block, one after another.
  struct Owners {
    private var packed: PackedBytesReader

    init(_ packed: PackedBytesReader) {
      self.packed = packed
    }

    /// The next user; nil after the last.
    ///
    /// - Throws: `DamagedCheckpoint`.
    mutating func next() throws -> ListenOwner? {
      if packed.isAtEnd { return nil }
      let entry = Entry(
        first: Int(clamping: try packed.number(UInt64.self)),
        count: Int(clamping: try packed.number(UInt64.self)),
        secondsChecksum: try packed.number(), rowsChecksum: try packed.number())
      return ListenOwner(id: Text(utf8: try packed.text()), number: -1, entry: entry)
    }
  }
}
