import ListeningSessions

/// Reads the names of the listens in the ranked sessions, the only rows that are read twice, and ranks
/// what was played.
struct RankedRows: Sendable {
  let listens: ListenSource
  let inputs: InputSet
  let threads: Int
  /// Bytes that the listens may take with their names; more go to a temporary file.
  let memory: Int
  let temporaryDirectory: String

  /// The answer.
  ///
  /// - Parameters:
  ///   - candidates: the longest sessions in their order.
  ///   - topSongs: how many songs are wanted.
  /// - Returns: the same wherever the listens are kept meanwhile.
  /// - Throws: `DamagedCheckpoint`; `AnalysisError`.
  func ranking(of candidates: [SessionCandidate], topSongs: Int) throws -> Ranking {
    let users = Self.byUser(candidates)
    do {
      return try inMemory(candidates, users, topSongs)
    } catch is RankedListensOutgrown {
      let tracks = try spilled(candidates, users)
      return try SpilledRanking(
        tracks: tracks, sessions: candidates.map(\.session), threads: threads, memory: memory
      ).ranking(topSongs: topSongs)
    }
  }

  /// Places in the ranking by user, so that each user's listens are put in order once.
  private static func byUser(_ candidates: [SessionCandidate]) -> [[Int]] {
    Dictionary(grouping: candidates.indices) { candidates[$0].user.id }
      .values.sorted { $0[0] < $1[0] }
  }

  private func inMemory(
    _ candidates: [SessionCandidate], _ users: [[Int]], _ topSongs: Int
  ) throws -> Ranking {
    let listenCount = Self.listenCount(candidates)
    guard listenCount * MemoryLayout<SessionListens.Item>.stride <= memory,
      holdsRows(of: candidates)
    else { throw RankedListensOutgrown() }
    let names = RankedNames()
    let parts = try Workers.run(threads, items: users.count) { next in
      var listens = CandidateListens(listens, inputs: inputs)
      var part = RankedRowsPart(
        of: inputs, names: names, listenCount: listenCount, mostBytes: memory / threads)
      while let user = next() {
        try listens.forEachPiece(of: users[user].map { ($0, candidates[$0]) }) {
          try part.take($0)
        }
      }
      return part.finish()
    }
    let sessions = parts.joined().sorted { $0.rank < $1.rank }.map(\.listens)
    return Ranking(of: sessions, names: names.table, topSongs: topSongs)
  }

  private func spilled(_ candidates: [SessionCandidate], _ users: [[Int]]) throws -> SpilledTracks {
    let file = try TemporaryFile(in: temporaryDirectory)
    // Rows of packed inputs cost a pass over the input for each wave.
    let waveCount =
      inputs.isPacked ? memory / threads / HeldRows.mostBytesPerRow : ListenFile.pieceCount
    let parts = try Workers.run(threads, items: users.count) { next in
      var listens = CandidateListens(listens, inputs: inputs)
      var part = SpilledTracksPart(of: inputs, to: file, waveCount: waveCount)
      while let user = next() {
        try listens.forEachPiece(of: users[user].map { ($0, candidates[$0]) }) {
          try part.take($0)
        }
      }
      return try part.finish()
    }
    return SpilledTracks(Array(parts.joined()), in: file)
  }

  /// The rows that will be asked for together; none where all inputs are plain, or where they are too
  /// many to be held.
  func wantedRows(_ candidates: [SessionCandidate]) throws -> [WantedRow] {
    guard inputs.isPacked, holdsRows(of: candidates) else { return [] }
    var rows: [WantedRow] = []
    var listens = CandidateListens(listens, inputs: inputs)
    for user in Self.byUser(candidates) {
      try listens.forEachPiece(of: user.map { ($0, candidates[$0]) }) { piece in
        rows += piece.records.map { WantedRow(position: $0.position, part: .names) }
      }
    }
    return rows
  }

  /// Whether the rows may be held in memory, where reading one again means to unpack an input again.
  func holdsRows(of candidates: [SessionCandidate]) -> Bool {
    !inputs.isPacked || Self.listenCount(candidates) * HeldRows.mostBytesPerRow <= memory
  }

  private static func listenCount(_ candidates: [SessionCandidate]) -> Int {
    candidates.reduce(0) { $0 + $1.trackCount }
  }
}

extension RankedRows {
  /// Prepares with so much memory as a process of the options' has left.
  init(of listens: ListenSource, inputs: InputSet, _ options: NativeEngine.Options) {
    let plan = MemoryPlan(
      memory: options.memory, threads: options.threads, inputBytes: inputs.expectedByteCount)
    self.init(
      listens: listens, inputs: inputs, threads: options.threads,
      memory: plan.rankedBytes(besides: listens.keptBytes, threads: options.threads),
      temporaryDirectory: options.temporaryDirectory)
  }
}
