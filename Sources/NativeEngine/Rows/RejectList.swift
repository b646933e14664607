import ListeningSessions

/// The rejects of a history in input order: where each stands and why it is one.
enum RejectList: Sendable {
  /// As the scan found them.
  case scan(InputScan)
  case kept(KeptRejects)

  struct Element {
    let position: Int
    /// From 1.
    let lineNumber: Int
    let reason: RejectReason
  }

  /// Calls `body` with one reject after another.
  func forEach(_ body: (Element) throws -> Void) throws {
    switch self {
    case .scan(let scan):
      for outcome in scan.outcomes {
        try scan.parts[outcome.part].scanner.rejects.forEach(outcome.rejects) { reject in
          try body(
            Element(
              position: reject.position, lineNumber: outcome.firstLine + Int(reject.line) + 1,
              reason: reject.reason))
        }
      }
    case .kept(let kept): try kept.forEach(body)
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
}
