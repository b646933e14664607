import ListeningSessions

/// Reads the names of the listens in the ranked sessions: the only rows that are read twice.
struct RankedRows: Sendable {
  let listens: ListenSource
  let inputs: InputSet
  let threads: Int

  /// The sessions with their listens, in the given order.
  func read(
    _ candidates: [SessionCandidate]
  ) throws -> (sessions: [SessionListens], names: NameTable) {
    // By user, so that each user's listens are put in order once.
    let byUser = Dictionary(grouping: candidates.indices) { candidates[$0].user.id }
    let groups = byUser.values.sorted { $0[0] < $1[0] }
    let names = RankedNames()
    let listenCount = candidates.reduce(0) { $0 + $1.trackCount }
    let parts = try Workers.run(threads, items: groups.count) { next in
      var part = RankedRowsPart(
        of: listens, inputs: inputs, names: names, listenCount: listenCount)
      while let group = next() {
        let ranks = groups[group]
        try part.read(ranks.map { ($0, candidates[$0]) })
      }
      return part.finish()
    }
    let sessions = parts.joined().sorted { $0.rank < $1.rank }
    return (sessions.map(\.listens), names.table)
  }

  /// The rows that `read` will ask for; none where all inputs are plain.
  func wantedRows(_ candidates: [SessionCandidate]) throws -> [WantedRow] {
    guard inputs.isPacked else { return [] }
    var positions: [Int] = []
    for user in Dictionary(grouping: candidates, by: \.user.id).values {
      switch listens {
      case .memory(let scanned): try add(user, in: scanned, to: &positions)
      case .file(let file): try add(user, in: file, to: &positions)
      }
    }
    return positions.map { WantedRow(position: $0, part: .names) }
  }

  private func add(
    _ sessions: [SessionCandidate], in scanned: ScannedListens, to positions: inout [Int]
  ) throws {
    guard let user = sessions.first?.user.number else { return }
    var users = UserListens(scanned, inputs: inputs)
    let records = try unsafe users.load(user)
    for session in sessions {
      for listen in session.listens { unsafe positions.append(records[listen].position) }
    }
  }

  private func add(
    _ sessions: [SessionCandidate], in file: ListenFile, to positions: inout [Int]
  ) throws {
    guard let entry = sessions.first?.user.entry else { return }
    try file.verifyRows(of: entry)
    for session in sessions {
      let first = entry.first + session.firstListen
      for piece in ListenFile.pieces(of: first..<first + session.trackCount) {
        positions += try file.records(piece).map(\.position)
      }
    }
  }
}
