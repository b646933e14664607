/// One listen as the scan keeps it: in few bytes when it is near the one before of the same user.
///
/// The lowest bits of the first word tell the form:
///
/// - near, five bytes: a session goes on, and the row stands close by: 12 bits of the names' hash,
///   whether the row has a finding of severity error, the difference of the seconds in 14 bits with
///   its sign in the lowest, and how many bytes the row stands behind the one before in 11 bits;
/// - middle, nine bytes: the second itself, and 25 bits (32 MiB) for the step;
/// - far, sixteen bytes: the second, and the position in a word of its own.
enum StoredListen {
  /// The most bytes that a listen takes; so many must be readable and writable.
  static let mostBytes = 16
  /// The fewest.
  static let fewestBytes = 5
  private static let middleBytes = 9

  private static let nearMark: UInt64 = 1
  private static let middleMark: UInt64 = 2
  private static let errorBit: UInt64 = 4
  private static let hashShift: UInt64 = 3
  private static let hashMask: UInt64 = 1 << ListenRecord.hashBits - 1
  private static let restShift: UInt64 = 15
  private static let deltaBits: UInt64 = 14
  private static let stepShift: UInt64 = restShift + deltaBits
  private static let stepLimit = 1 << 11
  private static let middleStepShift: UInt64 = restShift + 32
  private static let middleStepLimit = 1 << 25

  /// Writes a listen.
  ///
  /// - Parameters:
  ///   - record: the listen.
  ///   - target: where `mostBytes` can be written.
  ///   - seconds: of the listen before it, and
  ///   - position: of its row; of the first in a segment, 0 and `Int.min`.
  /// - Returns: how many bytes it takes.
  @inline(__always)
  static func write(
    _ record: ListenRecord, to target: UnsafeMutableRawPointer, after seconds: UInt32,
    _ position: Int
  ) -> Int {
    let head = record.nameHash << hashShift | (record.hasError ? errorBit : 0)
    let step = record.position &- position
    let delta = Int32(bitPattern: record.seconds &- seconds)
    let folded = UInt32(bitPattern: delta << 1 ^ delta >> 31)
    if step > 0, step < stepLimit, folded < 1 << UInt32(deltaBits) {
      let word = head | nearMark | UInt64(folded) << restShift | UInt64(step) << stepShift
      unsafe target.storeBytes(of: word.littleEndian, as: UInt64.self)
      return fewestBytes
    }
    return unsafe writeFar(record, head, step, to: target)
  }

  /// Reads a listen.
  ///
  /// - Parameters:
  ///   - source: where it starts, and `mostBytes` can be read.
  ///   - seconds: of the listen before it, and
  ///   - position: of its row.
  /// - Returns: the listen, and how many bytes it takes.
  @inline(__always)
  static func read(
    _ source: UnsafeRawPointer, after seconds: UInt32, _ position: Int
  ) -> (record: ListenRecord, byteCount: Int) {
    let word = unsafe UInt64(littleEndian: source.loadUnaligned(as: UInt64.self))
    guard word & nearMark != 0 else { return unsafe readFar(source, word, after: position) }
    let folded = UInt32(truncatingIfNeeded: word >> restShift) & (1 << UInt32(deltaBits) - 1)
    let delta = folded >> 1 ^ (0 &- folded & 1)
    let step = Int(truncatingIfNeeded: word >> stepShift) & (stepLimit - 1)
    return (listen(word, seconds &+ delta, position &+ step), fewestBytes)
  }

  @inline(never)
  private static func writeFar(
    _ record: ListenRecord, _ head: UInt64, _ step: Int, to target: UnsafeMutableRawPointer
  ) -> Int {
    let word = head | UInt64(record.seconds) << restShift
    guard step > 0, step < middleStepLimit else {
      unsafe target.storeBytes(of: word.littleEndian, as: UInt64.self)
      unsafe target.storeBytes(
        of: UInt64(record.position).littleEndian, toByteOffset: 8, as: UInt64.self)
      return mostBytes
    }
    let low = word | middleMark | UInt64(step) << middleStepShift
    unsafe target.storeBytes(of: low.littleEndian, as: UInt64.self)
    unsafe target.storeBytes(
      of: UInt8(truncatingIfNeeded: step >> (64 - Int(middleStepShift))), toByteOffset: 8,
      as: UInt8.self)
    return middleBytes
  }

  @inline(never)
  private static func readFar(
    _ source: UnsafeRawPointer, _ word: UInt64, after position: Int
  ) -> (record: ListenRecord, byteCount: Int) {
    let seconds = UInt32(truncatingIfNeeded: word >> restShift)
    guard word & middleMark != 0 else {
      let position = unsafe UInt64(
        littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      return (listen(word, seconds, Int(position)), mostBytes)
    }
    let high = unsafe Int(source.load(fromByteOffset: 8, as: UInt8.self))
    let step = Int(word >> middleStepShift) | high << (64 - Int(middleStepShift))
    return (listen(word, seconds, position &+ step), middleBytes)
  }

  @inline(__always)
  private static func listen(
    _ word: UInt64, _ seconds: UInt32, _ position: Int
  ) -> ListenRecord {
    ListenRecord(
      seconds: seconds, position: UInt64(truncatingIfNeeded: position),
      nameHash: word >> hashShift & hashMask, hasError: word & errorBit != 0)
  }
}
