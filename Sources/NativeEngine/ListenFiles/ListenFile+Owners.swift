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
      packed.isAtEnd ? nil : try packed.owner()
    }
  }
}
