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

  private struct User {
    let owner: ListenOwner
    let spans: SessionSpans
  }

  /// Listens of users that are read between two writes.
  private static let waveCount = 1 << 18
  /// Bytes for each row of a packed input that is held in memory.
  private static let heldSize = 128

  /// Writes the list.
  func write(to sink: any SessionSink) throws {
    // Rows of packed inputs cost a pass over the input for each wave.
    let limit = inputs.isPacked ? max(Self.waveCount, memory / Self.heldSize) : Self.waveCount
    let users = try self.users()
    var start = 0
    while start < users.count {
      var end = start
      var count = 0
      repeat {
        count += users[end].owner.entry?.count ?? 0
        end += 1
      } while end < users.count && count < limit
      try write(users[start..<end], to: sink)
      start = end
    }
  }

  private func users() throws -> [User] {
    try (0..<listens.blockCount).flatMap { block in
      let owners = try listens.users(ofBlock: block)
      let spans = try sessions.users(ofBlock: block)
      guard owners.count == spans.count else { throw DamagedCheckpoint() }
      return zip(owners, spans).map { User(owner: $0, spans: $1) }
    }.sorted { $0.owner.id < $1.owner.id }
  }

  private func write(_ users: ArraySlice<User>, to sink: any SessionSink) throws {
    let inputs = try inputs.isPacked ? self.inputs.fetching(wantedRows(of: users)) : self.inputs
    let parts = try Workers.run(threads, items: users.count) { next in
      var reader = RowReader(inputs)
      var found: [(user: Int, sessions: [ListedSession])] = []
      while let index = next() {
        let user = users[users.startIndex + index]
        found.append((index, try list(user, with: &reader)))
      }
      return found
    }
    for (_, sessions) in parts.joined().sorted(by: { $0.user < $1.user }) {
      try sink.write(sessions)
    }
  }

  private func wantedRows(of users: ArraySlice<User>) throws -> [WantedRow] {
    try users.flatMap { user -> [WantedRow] in
      guard let entry = user.owner.entry else { return [] }
      return try ListenFile.pieces(of: entry.range).flatMap { piece in
        try listens.records(piece).map { WantedRow(position: $0.position, part: .names) }
      }
    }
  }

  private func list(_ user: User, with reader: inout RowReader) throws -> [ListedSession] {
    guard let entry = user.owner.entry else { return [] }
    try listens.verifyRows(of: entry)
    var songs = DistinctSongs()
    var first = entry.first
    return try user.spans.map { span in
      songs.beginSession()
      for piece in ListenFile.pieces(of: first..<first + span.trackCount) {
        for record in try listens.records(piece) {
          try reader.withLine(at: record.position) { songs.take($0) }
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
