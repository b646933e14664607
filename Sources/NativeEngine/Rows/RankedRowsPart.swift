import ListeningSessions

/// The part of the ranked rows that one worker reads.
///
/// What a row says behind its timestamp is the same for every play of a song, so those bytes are
/// numbered, and their names once for each number.
struct RankedRowsPart: ~Copyable {
  final class Result: @unchecked Sendable {
    // Unchecked: made by one thread, and handed over when that is done.

    let sessions: [Session]
    private let texts: StringDictionary
    private let places: [NamePlaces]

    fileprivate init(
      texts: consuming StringDictionary, places: [NamePlaces], sessions: [Session]
    ) {
      self.texts = texts
      self.places = places
      self.sessions = sessions
    }

    /// What its texts say, in the order of their numbers.
    func rows(_ names: inout RankedNames) -> [RankedRow] {
      places.indices.map { names.add(texts.string($0), places[$0]) }
    }
  }

  struct Session: Sendable {
    /// Place in the ranking, from 0.
    let rank: Int
    let listens: [Listen]
  }

  struct Listen: BitwiseCopyable {
    let seconds: UInt32
    /// Number of the text behind its timestamp.
    let text: UInt32
  }

  private let source: ListenSource
  private let inputs: InputSet
  private var users: UserListens?
  private var reader: RowReader
  private var texts = StringDictionary()
  private var places: [NamePlaces] = []
  private var lastText = 0
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

  consuming func finish() -> Result {
    Result(texts: texts, places: places, sessions: sessions)
  }

  private mutating func listen(_ record: ListenRecord) throws -> Listen {
    Listen(seconds: record.seconds, text: UInt32(try text(at: record.position)))
  }

  /// The number of the row's text behind the timestamp.
  private mutating func text(at position: Int) throws -> Int {
    try reader.withLine(at: position) { line in
      let text = line.extracting(RankedRowsPart.afterTimestamp(line)..<line.count)
      // Songs are played again and again, and the last one is in the core's cache.
      if texts.isNumber(lastText, of: text) { return lastText }
      let number = texts.number(of: text)
      lastText = number
      if number == places.count {
        // It was a listen when it was scanned.
        guard let place = NamePlaces(in: text) else {
          throw InputFile.changed(inputs.files[inputs.locate(position).file].path)
        }
        places.append(place)
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
