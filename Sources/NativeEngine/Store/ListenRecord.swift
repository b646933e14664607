/// What is known of one listen while a user is put in order: twelve bytes, no text.
///
/// The second of the listen, and packed into 64 bits where its row stands (41 bits, 2 TiB of
/// input), whether the row has a finding of severity error, and 12 bits of a hash of its artist and
/// track name. The names themselves are read again for the few listens that are ranked. The hash
/// only says which listens cannot be duplicates.
struct ListenRecord: BitwiseCopyable {
  let seconds: UInt32
  private let packedLow: UInt32
  private let packedHigh: UInt32

  private static let positionBits: UInt64 = 41
  private static let hashShift: UInt64 = 42
  static let hashBits: UInt64 = 12
  private static let hashMask: UInt64 = 1 << hashBits - 1
  static let positionLimit = 1 << 41

  @inline(__always)
  init(seconds: UInt32, position: UInt64, nameHash: UInt64, hasError: Bool = false) {
    // Three 32-bit words, because a 64-bit one would pad the record to sixteen bytes.
    let error: UInt64 = hasError ? 1 << Self.positionBits : 0
    let hash = nameHash & Self.hashMask
    let packed = hash << Self.hashShift | error | position
    self.seconds = seconds
    packedLow = UInt32(truncatingIfNeeded: packed)
    packedHigh = UInt32(truncatingIfNeeded: packed >> 32)
  }

  /// Puts together what stood in the columns of a file of listens.
  init(seconds: UInt32, row: UInt64) {
    self.seconds = seconds
    packedLow = UInt32(truncatingIfNeeded: row)
    packedHigh = UInt32(truncatingIfNeeded: row >> 32)
  }

  /// Everything but the second, as it stands in a file of listens.
  @inline(__always)
  var row: UInt64 { packed }

  @inline(__always)
  private var packed: UInt64 { UInt64(packedHigh) << 32 | UInt64(packedLow) }

  /// Byte offset of the row in the input set.
  @inline(__always)
  var position: Int { Int(packed & (1 << Self.positionBits - 1)) }

  /// Whether a rule of severity error found something in the row.
  @inline(__always)
  var hasError: Bool { packed & 1 << Self.positionBits != 0 }

  /// The bits of the names' hash.
  @inline(__always)
  var nameHash: UInt64 { packed >> Self.hashShift }

  /// The hash of a listen whose names were not hashed, because no row beside it is of its second.
  static let noHash: UInt64 = 0

  /// The bits that are kept of the hash of a song; never `noHash`.
  @inline(__always)
  static func nameHash(ofSong hash: UInt64) -> UInt64 { max(1, hash & hashMask) }

  var lacksHash: Bool { nameHash == Self.noHash }

  /// The same listen with nothing known of its names.
  var withoutHash: ListenRecord {
    ListenRecord(
      seconds: seconds, position: UInt64(position), nameHash: Self.noHash, hasError: hasError)
  }

  private var hashAndPosition: (UInt64, Int) { (nameHash, position) }

  /// Hash of the names, then position: equal names of one second stand together, first row first.
  static func precedesInSecond(_ left: ListenRecord, _ right: ListenRecord) -> Bool {
    left.hashAndPosition < right.hashAndPosition
  }

  /// Whether the names may be the same.
  @inline(__always)
  func mayEqual(_ other: ListenRecord) -> Bool {
    (packed ^ other.packed) >> Self.hashShift == 0
  }
}
