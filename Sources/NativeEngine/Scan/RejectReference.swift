import ListeningSessions

/// A rejected row in sixteen bytes; its text is read again when the rejects are written.
struct RejectReference {
  /// Byte offset in the input set.
  let position: Int
  /// Line in its block, from 0.
  let line: UInt32
  let reason: RejectReason
}
