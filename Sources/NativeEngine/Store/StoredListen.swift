/// One listen as the scan keeps it: eight bytes, as long as the user's row before is not far.
///
/// The second (32 bits), 12 bits of the names' hash, whether the row has a finding of severity error,
/// and by how many bytes its row stands behind the one before it (19 bits, 512 KiB). 0 says that
/// another word follows with the position itself.
struct StoredListen: BitwiseCopyable {
  private static let stepBits: UInt64 = 19
  private static let errorBit: UInt64 = 1 << stepBits
  private static let hashShift: UInt64 = 20
  private static let secondsShift: UInt64 = 32

  let word: UInt64

  init(word: UInt64) {
    self.word = word
  }

  /// Packs a listen whose row stands `step` bytes behind the one before.
  @inline(__always)
  init(_ record: ListenRecord, step: Int) {
    word =
      UInt64(record.seconds) << Self.secondsShift | record.nameHash << Self.hashShift
      | (record.hasError ? Self.errorBit : 0) | UInt64(step)
  }

  /// Whether a step is kept in the word itself.
  @inline(__always)
  static func fits(step: Int) -> Bool { step > 0 && step < 1 << Int(stepBits) }

  /// Bytes between the row before and this one; 0: the next word is the position.
  @inline(__always)
  var step: Int { Int(word & (1 << Self.stepBits - 1)) }

  /// The listen, whose row stands at `position`.
  @inline(__always)
  func record(at position: Int) -> ListenRecord {
    ListenRecord(
      seconds: UInt32(truncatingIfNeeded: word >> Self.secondsShift), position: UInt64(position),
      nameHash: word >> Self.hashShift, hasError: word & Self.errorBit != 0)
  }
}
