import ListeningSessions

/// The validated listens of a history in a file: in order for each user, without duplicates.
///
/// Two columns, four bytes with the second and eight with everything else, so that cutting sessions
/// reads a third of the file. Each user has a slice of both; slices have checksums of their own,
/// which are compared whenever a slice is read. Users stand in blocks, and blocks in
/// runs: one, or for a history that was partitioned one a partition. In a run users are in order of
/// their ids.
struct ListenFile: Sendable {
  /// Where one user's listens stand.
  struct Entry: Hashable, Sendable {
    /// Index of the first listen in the columns.
    let first: Int
    let count: Int
    let secondsChecksum: UInt64
    let rowsChecksum: UInt64

    var range: Range<Int> { first..<first + count }
  }

  /// Listens whose checksum is taken at once; a slice's is that of its pieces one after another.
  static let pieceCount = 1 << 16

  static let secondsSize = MemoryLayout<UInt32>.size
  static let rowSize = MemoryLayout<UInt64>.size

  private let reader: CheckpointReader
  private let seconds: Range<Int>
  private let rows: Range<Int>
  private let blocks: BlockIndex

  /// Opens what `ListenFileWriter` wrote.
  ///
  /// - Throws: `DamagedCheckpoint`.
  init(_ reader: CheckpointReader) throws {
    guard let seconds = reader.section("seconds"), let rows = reader.section("rows") else {
      throw DamagedCheckpoint()
    }
    self.reader = reader
    self.seconds = seconds
    self.rows = rows
    blocks = try BlockIndex(packed: DamagedCheckpoint.of { try reader.bytes(ofSection: "blocks") })
  }

  var blockCount: Int { blocks.count }

  /// Tells this file from one in which the same listens stand in another order: how users are
  /// partitioned depends on the memory of the run that wrote them.
  var identity: UInt64 { blocks.contentChecksum }

  /// The blocks whose users are in order of their ids from the first to the last.
  var runs: [Range<Int>] { blocks.runs }

  /// The number that a block had when it was written.
  func number(ofBlock block: Int) -> BlockNumber { blocks.number(of: block) }

  /// The users of a block that have listens, in order of their ids.
  func users(ofBlock block: Int) throws -> [ListenOwner] {
    var owners = try owners(ofBlock: block)
    var users: [ListenOwner] = []
    while let owner = try owners.next() { users.append(owner) }
    return users
  }

  /// Likewise, one after another.
  func owners(ofBlock block: Int) throws -> Owners {
    Owners(PackedBytesReader(try blocks.bytes(of: block, in: reader)))
  }

  /// Calls `body` with the seconds of some listens.
  func withSeconds<Result>(
    _ listens: Range<Int>, _ body: (UnsafeBufferPointer<UInt32>) throws -> Result
  ) throws -> Result {
    let range = try bytes(of: listens, in: seconds, size: Self.secondsSize)
    return try DamagedCheckpoint.of {
      try unsafe reader.withBytes(range) {
        try unsafe body($0.assumingMemoryBound(to: UInt32.self))
      }
    }
  }

  /// Calls `body` with everything but the seconds of some listens.
  func withRows<Result>(
    _ listens: Range<Int>, _ body: (UnsafeBufferPointer<UInt64>) throws -> Result
  ) throws -> Result {
    let range = try bytes(of: listens, in: rows, size: Self.rowSize)
    return try DamagedCheckpoint.of {
      try unsafe reader.withBytes(range) {
        try unsafe body($0.assumingMemoryBound(to: UInt64.self))
      }
    }
  }

  /// Some listens, copied; at most a piece.
  func records(_ listens: Range<Int>) throws -> [ListenRecord] {
    let seconds = try unsafe withSeconds(listens) { unsafe Array($0) }
    let rows = try unsafe withRows(listens) { unsafe Array($0) }
    return zip(seconds, rows).map { ListenRecord(seconds: $0, row: $1) }
  }

  /// Where the rows of some listens stand in the input; of at most a piece.
  func positions(_ listens: Range<Int>) throws -> [Int] {
    try unsafe withRows(listens) { unsafe Self.positions($0) }
  }

  /// Likewise of all listens of a user who has at most a piece, once they are what was written.
  func verifiedPositions(of entry: Entry) throws -> [Int] {
    try unsafe withRows(entry.range) { rows in
      guard unsafe entry.count == 0 || Checksum.of(.init(rows)) == entry.rowsChecksum else {
        throw DamagedCheckpoint()
      }
      return unsafe Self.positions(rows)
    }
  }

  private static func positions(_ rows: UnsafeBufferPointer<UInt64>) -> [Int] {
    unsafe rows.map { ListenRecord(seconds: 0, row: $0).position }
  }

  /// Makes sure that the seconds of a user are what was written.
  func verifySeconds(of entry: Entry) throws {
    var checksum: UInt64 = 0
    for piece in Self.pieces(of: entry.range) {
      checksum = try unsafe withSeconds(piece) { unsafe Checksum.of(.init($0), seed: checksum) }
    }
    if checksum != entry.secondsChecksum { throw DamagedCheckpoint() }
  }

  /// Makes sure that the rows of a user are what was written.
  func verifyRows(of entry: Entry) throws {
    var checksum: UInt64 = 0
    for piece in Self.pieces(of: entry.range) {
      checksum = try unsafe withRows(piece) { unsafe Checksum.of(.init($0), seed: checksum) }
    }
    if checksum != entry.rowsChecksum { throw DamagedCheckpoint() }
  }

  /// The checksum of a slice of seconds in memory.
  static func checksum(of seconds: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var checksum: UInt64 = 0
    for piece in pieces(of: 0..<seconds.count) {
      unsafe checksum = Checksum.of(
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: seconds[piece])), seed: checksum)
    }
    return checksum
  }

  /// The stretches of a slice over which its checksum is taken.
  static func pieces(of range: Range<Int>) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: pieceCount).map {
      $0..<min($0 + pieceCount, range.upperBound)
    }
  }

  private func bytes(of listens: Range<Int>, in section: Range<Int>, size: Int) throws -> Range<Int>
  {
    let start = section.lowerBound + listens.lowerBound * size
    let end = section.lowerBound + listens.upperBound * size
    guard listens.lowerBound >= 0, end <= section.upperBound else { throw DamagedCheckpoint() }
    return start..<end
  }
}
