import ListeningSessions

/// The rejects of a history in input order: where each stands and why it is one.
enum RejectList: Sendable {
  /// As the scan found them.
  case scan(InputScan)
  /// As a checkpoint keeps them, 16 bytes each.
  case packed([UInt8])

  struct Element {
    let position: Int
    /// From 1.
    let lineNumber: Int
    let reason: RejectReason
  }

  private static let reasons = RejectReason.allCases
  private static let reasonBits: UInt64 = 3

  /// Calls `body` with one reject after another.
  func forEach(_ body: (Element) throws -> Void) throws {
    switch self {
    case .scan(let scan):
      for outcome in scan.outcomes {
        for reject in scan.parts[outcome.part].scanner.rejects[outcome.rejects] {
          try body(
            Element(
              position: reject.position, lineNumber: outcome.firstLine + Int(reject.line) + 1,
              reason: reject.reason))
        }
      }
    case .packed(let bytes):
      var reader = PackedBytesReader(bytes)
      while !reader.isAtEnd {
        let position = Int(clamping: try reader.number(UInt64.self))
        let line = try reader.number(UInt64.self)
        let reason = Int(line & (1 << Self.reasonBits - 1))
        guard reason < Self.reasons.count else { throw DamagedCheckpoint() }
        try body(
          Element(
            position: position, lineNumber: Int(line >> Self.reasonBits),
            reason: Self.reasons[reason]))
      }
    }
  }

  /// Most rejects that are read together with other rows; more are read in a pass of their own.
  private static let mostWanted = 1 << 16

  /// The rejects as rows that are read again, unless they are many.
  func wantedRows() throws -> [WantedRow] {
    var wanted: [WantedRow] = []
    try forEach { reject in
      if wanted.count <= Self.mostWanted {
        wanted.append(WantedRow(position: reject.position, part: .whole))
      }
    }
    return wanted.count > Self.mostWanted ? [] : wanted
  }

  /// The list as a section of a checkpoint.
  func packed() throws -> [UInt8] {
    var packed = PackedBytes()
    try forEach { reject in
      let reason = UInt64(Self.reasons.firstIndex(of: reject.reason) ?? 0)
      packed.append(UInt64(reject.position))
      packed.append(UInt64(reject.lineNumber) << Self.reasonBits | reason)
    }
    return packed.bytes
  }
}
