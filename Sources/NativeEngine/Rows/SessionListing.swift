import ListeningSessions

/// Lists all sessions by user and start, with how many different songs each has.
///
/// The names of all listens are read again for that, some users' at a time: for a history that is
/// grouped by user from front to back, for another one all over the input.
struct SessionListing {
  let listens: ListenFile
  let sessions: SessionFile
  let inputs: InputSet
  let threads: Int
  /// Bytes that the process may take.
  let memory: Int

  /// Listens of users that are read between two writes.
  private static let waveCount = 1 << 18
  /// A session of the list takes the memory of so many listens that are read.
  private static let listensPerSession = 8

  /// Writes the list.
  func write(to sink: any SessionSink) throws {
    // Rows of packed inputs cost a pass over the input for each wave.
    let limit =
      inputs.isPacked ? max(Self.waveCount, memory / HeldRows.mostBytesPerRow) : Self.waveCount
    var merge = try UserMerge(listens, sessions)
    while true {
      var users: [UserMerge.User] = []
      var count = 0
      while count < limit, let user = try merge.next() {
        count += (user.owner.entry?.count ?? 0) + user.spans.count * Self.listensPerSession
        users.append(user)
      }
      if users.isEmpty { return }
      try write(users, to: sink)
    }
  }

  private func write(_ users: [UserMerge.User], to sink: any SessionSink) throws {
    let inputs = try inputs.isPacked ? self.inputs.fetching(wantedRows(of: users)) : self.inputs
    let parts = try Workers.run(threads, items: users.count) { next in
      var reader = RowReader(inputs)
      var found: [(user: Int, sessions: [ListedSession])] = []
      while let index = next() {
        found.append((index, try list(users[index], with: &reader)))
      }
      return found
    }
    for (_, sessions) in parts.joined().sorted(by: { $0.user < $1.user }) {
      try sink.write(sessions)
    }
  }

  private func wantedRows(of users: [UserMerge.User]) throws -> [WantedRow] {
    try users.flatMap { user -> [WantedRow] in
      guard let entry = user.owner.entry else { return [] }
      return try ListenFile.pieces(of: entry.range).flatMap { piece in
        try listens.positions(piece).map { WantedRow(position: $0, part: .names) }
      }
    }
  }

  private func list(
    _ user: UserMerge.User, with reader: inout RowReader
  ) throws -> [ListedSession] {
    guard let entry = user.owner.entry else { return [] }
    // Of a user with few listens all are read at once.
    let all = entry.count <= ListenFile.pieceCount ? try listens.verifiedPositions(of: entry) : nil
    if all == nil { try listens.verifyRows(of: entry) }
    var songs = DistinctSongs()
    var first = entry.first
    return try user.spans.map { span in
      songs.beginSession()
      for piece in ListenFile.pieces(of: first..<first + span.trackCount) {
        let own = piece.lowerBound - entry.first..<piece.upperBound - entry.first
        for position in try all?[own] ?? listens.positions(piece)[...] {
          try reader.withLine(at: position) { songs.take($0) }
        }
      }
      first += span.trackCount
      return ListedSession(
        session: ListeningSession(
          userID: user.owner.id, startedAt: span.start, endedAt: span.end,
          trackCount: span.trackCount),
        distinctSongs: songs.count)
    }
  }
}
