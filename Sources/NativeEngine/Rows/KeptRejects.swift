import ListeningSessions

/// The rejects of a history in a checkpoint: sixteen bytes each, then the checksum over their pieces.
struct KeptRejects: Sendable {
  private static let section = "rejects"
  private static let size = 16
  private static let checksumSize = 8
  /// Bytes that are read at once, and over which the checksum is taken.
  private static let pieceSize = 1 << 16

  private static let reasons = RejectReason.allCases
  private static let reasonBits: UInt64 = 3

  private let reader: CheckpointReader
  private let range: Range<Int>

  /// Opens what was written, and makes sure that it is that.
  ///
  /// - Throws: `DamagedCheckpoint`.
  init(_ reader: CheckpointReader) throws {
    guard let section = reader.section(Self.section), section.count >= Self.checksumSize,
      (section.count - Self.checksumSize) % Self.size == 0
    else { throw DamagedCheckpoint() }
    self.reader = reader
    range = section.lowerBound..<section.upperBound - Self.checksumSize
    var checksum: UInt64 = 0
    for piece in pieces {
      checksum = try DamagedCheckpoint.of {
        try unsafe reader.withBytes(piece) { unsafe Checksum.of($0, seed: checksum) }
      }
    }
    var end = PackedBytesReader(try bytes(range.upperBound..<section.upperBound))
    if try end.number(UInt64.self) != checksum { throw DamagedCheckpoint() }
  }

  /// Calls `body` with one reject after another.
  func forEach(_ body: (RejectList.Element) throws -> Void) throws {
    for piece in pieces {
      var packed = PackedBytesReader(try bytes(piece))
      while !packed.isAtEnd {
        let position = Int(clamping: try packed.number(UInt64.self))
        let line = try packed.number(UInt64.self)
        let reason = Int(line & (1 << Self.reasonBits - 1))
        guard reason < Self.reasons.count else { throw DamagedCheckpoint() }
        try body(
          RejectList.Element(
            position: position, lineNumber: Int(line >> Self.reasonBits),
            reason: Self.reasons[reason]))
      }
    }
  }

  /// Writes rejects as a section of a checkpoint.
  ///
  /// - Parameters:
  ///   - rejects: in input order.
  ///   - count: how many they are.
  ///   - writer: the checkpoint.
  /// - Throws: `CheckpointNotKept`; `AnalysisError` when rejects cannot be read.
  static func write(_ rejects: RejectList, count: Int, to writer: CheckpointWriter) throws {
    let start = writer.reserve(count * size + checksumSize)
    var end = start
    var checksum: UInt64 = 0
    var packed = PackedBytes()
    func writePiece() throws {
      if packed.bytes.isEmpty { return }
      try writer.write(packed.bytes, at: end)
      checksum = unsafe packed.bytes.withUnsafeBytes { unsafe Checksum.of($0, seed: checksum) }
      end += packed.bytes.count
      packed = PackedBytes()
    }
    try rejects.forEach { reject in
      packed.append(UInt64(reject.position))
      packed.append(
        UInt64(reject.lineNumber) << reasonBits
          | UInt64(reasons.firstIndex(of: reject.reason) ?? 0))
      if packed.bytes.count == pieceSize { try writePiece() }
    }
    try writePiece()
    packed.append(checksum)
    try writer.write(packed.bytes, at: end)
    writer.addSection(section, start..<end + checksumSize, checksum: nil)
  }

  private var pieces: [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: Self.pieceSize).map {
      $0..<min($0 + Self.pieceSize, range.upperBound)
    }
  }

  private func bytes(_ range: Range<Int>) throws -> [UInt8] {
    try DamagedCheckpoint.of { try unsafe reader.withBytes(range) { unsafe Array($0) } }
  }
}
