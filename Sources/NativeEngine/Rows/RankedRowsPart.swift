import ListeningSessions

/// The part of the ranked rows that one worker reads.
///
/// What a row says behind its timestamp is the same for every play of a song, so those bytes are
/// numbered, and taken apart once for each number.
struct RankedRowsPart: ~Copyable {
  final class Result: @unchecked Sendable {
    // Unchecked: made by one thread, and handed over when that is done.

    /// One row for each different text behind the timestamp; its instant means nothing.
    private(set) var rows: [SessionListens.Item]
    let sessions: [Session]
    /// The names that the rows' numbers stand for.
    private var names: RankedNames

    fileprivate init(
      rows: [SessionListens.Item], names: consuming RankedNames, sessions: [Session]
    ) {
      self.rows = rows
      self.names = names
      self.sessions = sessions
    }

    /// All names so far.
    var table: NameTable { names.table }

    /// Takes the names of another part in, whose rows then stand for these names.
    func adoptNames(of other: Result) {
      let numbers = names.add(other.names)
      other.rows = other.rows.map { numbers.translate($0) }
    }
  }

  struct Session: Sendable {
    /// Place in the ranking, from 0.
    let rank: Int
    let listens: [Listen]
  }

  struct Listen: BitwiseCopyable {
    let seconds: UInt32
    /// Index of its row.
    let row: UInt32
  }

  private let source: ListenSource
  private let inputs: InputSet
  private var users: UserListens?
  private var reader: RowReader
  private var texts = StringDictionary()
  private var lastRow = 0
  private var rows: [SessionListens.Item] = []
  private var names = RankedNames()
  private var sessions: [Session] = []

  init(of source: ListenSource, inputs: InputSet) {
    self.source = source
    self.inputs = inputs
    if case .memory(let listens) = source { users = UserListens(listens, inputs: inputs) }
    reader = RowReader(inputs)
  }

  /// Reads the rows of sessions that are all of one user.
  mutating func read(_ sessions: [(rank: Int, candidate: SessionCandidate)]) throws {
    var sessions = sessions
    try sessions.removeAll { rank, candidate in
      guard let rows = candidate.rows else { return false }
      try read(rows, rank: rank)
      return true
    }
    switch source {
    case .memory: try readMemory(sessions)
    case .file(let file): try read(sessions, from: file)
    }
  }

  private mutating func read(_ records: [ListenRecord], rank: Int) throws {
    let listens = try records.map { try listen($0) }
    sessions.append(Session(rank: rank, listens: listens))
  }

  private mutating func readMemory(
    _ sessions: [(rank: Int, candidate: SessionCandidate)]
  ) throws {
    guard let user = sessions.first?.candidate.user.number,
      let records = try unsafe users?.load(user)
    else { return }
    for (rank, candidate) in sessions {
      var listens: [Listen] = []
      listens.reserveCapacity(candidate.trackCount)
      for index in candidate.listens { listens.append(try unsafe listen(records[index])) }
      self.sessions.append(Session(rank: rank, listens: listens))
    }
  }

  private mutating func read(
    _ sessions: [(rank: Int, candidate: SessionCandidate)], from file: ListenFile
  ) throws {
    guard let entry = sessions.first?.candidate.user.entry else { return }
    try file.verifySeconds(of: entry)
    try file.verifyRows(of: entry)
    for (rank, candidate) in sessions {
      let first = entry.first + candidate.firstListen
      var listens: [Listen] = []
      listens.reserveCapacity(candidate.trackCount)
      for piece in ListenFile.pieces(of: first..<first + candidate.trackCount) {
        for record in try file.records(piece) { listens.append(try listen(record)) }
      }
      self.sessions.append(Session(rank: rank, listens: listens))
    }
  }

  consuming func finish() -> Result { Result(rows: rows, names: names, sessions: sessions) }

  private mutating func listen(_ record: ListenRecord) throws -> Listen {
    Listen(seconds: record.seconds, row: UInt32(try row(at: record.position)))
  }

  /// The number of the row's text behind the timestamp.
  private mutating func row(at position: Int) throws -> Int {
    try reader.withLine(at: position) { line in
      let text = line.extracting(RankedRowsPart.afterTimestamp(line)..<line.count)
      // Songs are played again and again, and the last one is in the core's cache.
      if texts.isNumber(lastRow, of: text) { return lastRow }
      let number = texts.number(of: text)
      lastRow = number
      if number == rows.count {
        // It was a listen when it was scanned.
        guard case .listen(let fields) = ListenLine.judge(line) else {
          throw InputFile.changed(inputs.files[inputs.locate(position).file].path)
        }
        rows.append(names.encode(line, fields))
      }
      return number
    }
  }

  /// Where the third field begins.
  static func afterTimestamp(_ line: Span<UInt8>) -> Int {
    var tabs = 0
    for index in line.indices where line[index] == 0x09 {
      tabs += 1
      if tabs == 2 { return index + 1 }
    }
    return line.count
  }
}
