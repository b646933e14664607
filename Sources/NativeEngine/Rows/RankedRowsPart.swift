import ListeningSessions

/// The part of the ranked rows that one worker reads.
///
/// What a row says behind its timestamp is the same for every play of a song, so those bytes are
/// numbered, and taken apart once for each number.
struct RankedRowsPart: ~Copyable {
  struct Result: Sendable {
    /// One row for each different text behind the timestamp; its instant and user mean nothing.
    fileprivate(set) var rows: [Listen] = []
    fileprivate(set) var sessions: [Session] = []
  }

  struct Session: Sendable {
    /// Place in the ranking, from 0.
    let rank: Int
    /// Second of each listen and the index of its row.
    let listens: [(seconds: UInt32, row: Int)]
  }

  private var users: UserListens
  private var reader: RowReader
  private var texts = StringDictionary()
  private var result = Result()

  init(of listens: ScannedListens, inputs: InputSet) {
    users = UserListens(listens, inputs: inputs)
    reader = RowReader(inputs)
  }

  /// Reads the rows of sessions that are all of one user.
  mutating func read(_ sessions: [(rank: Int, candidate: SessionCandidate)]) throws {
    guard let user = sessions.first?.candidate.user else { return }
    let records = try unsafe users.load(user)
    for (rank, candidate) in sessions {
      let range = candidate.firstListen..<candidate.firstListen + candidate.trackCount
      var listens: [(seconds: UInt32, row: Int)] = []
      listens.reserveCapacity(range.count)
      for index in range {
        let record = unsafe records[index]
        listens.append((record.seconds, try row(at: record.position)))
      }
      result.sessions.append(Session(rank: rank, listens: listens))
    }
  }

  consuming func finish() -> Result { result }

  /// The number of the row's text behind the timestamp.
  private mutating func row(at position: Int) throws -> Int {
    try reader.withLine(at: position) { line in
      let start = RankedRowsPart.afterTimestamp(line)
      let number = texts.number(of: line.extracting(start..<line.count))
      if number == result.rows.count, let listen = ListenLine.listen(in: line) {
        result.rows.append(listen)
      }
      return number
    }
  }

  /// Where the third field begins.
  private static func afterTimestamp(_ line: Span<UInt8>) -> Int {
    var tabs = 0
    for index in line.indices where line[index] == 0x09 {
      tabs += 1
      if tabs == 2 { return index + 1 }
    }
    return line.count
  }
}
