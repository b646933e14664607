import ListeningSessions

/// Gives the listens of ranked sessions in order, from wherever they are kept.
struct CandidateListens: ~Copyable {
  /// Some listens of a session, one behind the other.
  struct Piece: Sendable {
    /// Place of the session in the ranking, from 0.
    let rank: Int
    let candidate: SessionCandidate
    /// Place of the first of them in the session.
    let start: Int
    let records: [ListenRecord]

    /// Whether it is all of the session.
    var isWhole: Bool { records.count == candidate.trackCount }
    var isLast: Bool { start + records.count == candidate.trackCount }
  }

  private let source: ListenSource
  private var users: UserListens?

  init(_ source: ListenSource, inputs: InputSet) {
    self.source = source
    if case .memory(let listens) = source { users = UserListens(listens, inputs: inputs) }
  }

  /// Calls `body` with the listens of sessions that are all of one user.
  ///
  /// - Throws: `DamagedCheckpoint`; `AnalysisError`; what `body` throws.
  mutating func forEachPiece(
    of sessions: [(rank: Int, candidate: SessionCandidate)], _ body: (Piece) throws -> Void
  ) throws {
    var others: [(rank: Int, candidate: SessionCandidate)] = []
    for (rank, candidate) in sessions {
      if let rows = candidate.rows {
        try body(Piece(rank: rank, candidate: candidate, start: 0, records: rows))
      } else {
        others.append((rank, candidate))
      }
    }
    switch source {
    case .memory: try forEachPieceInMemory(of: others, body)
    case .file(let file): try forEachPiece(of: others, in: file, body)
    }
  }

  private mutating func forEachPieceInMemory(
    of sessions: [(rank: Int, candidate: SessionCandidate)], _ body: (Piece) throws -> Void
  ) throws {
    guard let user = sessions.first?.candidate.user.number,
      let records = try unsafe users?.load(user)
    else { return }
    for (rank, candidate) in sessions {
      for piece in ListenFile.pieces(of: candidate.listens) {
        try body(
          Piece(
            rank: rank, candidate: candidate, start: piece.lowerBound - candidate.firstListen,
            records: unsafe Array(records[piece])))
      }
    }
  }

  private func forEachPiece(
    of sessions: [(rank: Int, candidate: SessionCandidate)], in file: ListenFile,
    _ body: (Piece) throws -> Void
  ) throws {
    guard let entry = sessions.first?.candidate.user.entry else { return }
    try file.verifySeconds(of: entry)
    try file.verifyRows(of: entry)
    for (rank, candidate) in sessions {
      let first = entry.first + candidate.firstListen
      for piece in ListenFile.pieces(of: first..<first + candidate.trackCount) {
        try body(
          Piece(
            rank: rank, candidate: candidate, start: piece.lowerBound - first,
            records: try file.records(piece)))
      }
    }
  }
}
