import ListeningSessions

/// The part of the ranked rows that one worker reads.
///
/// What a row says behind its timestamp is the same for every play of a song, so those bytes are
/// numbered, and their names once for each number.
struct RankedRowsPart: ~Copyable {
  /// A ranked session with its listens.
  struct Session: Sendable {
    /// Place in the ranking, from 0.
    let rank: Int
    let listens: SessionListens
  }

  private struct Listen: BitwiseCopyable {
    let seconds: UInt32
    /// Number of the text behind its timestamp.
    let text: UInt32
  }

  private static let rowSize = 128
  private static let mostForeseen = 1 << 18

  private let source: ListenSource
  private let inputs: InputSet
  private let names: RankedNames
  private var users: UserListens?
  private var reader: RowReader
  private var texts: StringDictionary
  private var places: [NamePlaces] = []
  private var lastText = 0
  /// The songs of the first texts; those of the others have no numbers yet.
  private var songs: [UInt32] = []
  /// Sessions with texts that are not numbered.
  private var waiting: [(rank: Int, session: ListeningSession, listens: [Listen])] = []
  private var sessions: [Session] = []
  private let number: Int

  /// Prepares for sessions.
  ///
  /// - Parameters:
  ///   - source: where their listens are.
  ///   - inputs: where their rows are.
  ///   - names: gives numbers to songs.
  ///   - listenCount: of all sessions that there may be.
  init(of source: ListenSource, inputs: InputSet, names: RankedNames, listenCount: Int) {
    self.source = source
    self.inputs = inputs
    self.names = names
    if case .memory(let listens) = source { users = UserListens(listens, inputs: inputs) }
    reader = RowReader(inputs)
    number = names.beginPart()
    // What is not used costs nothing, moving megabytes does.
    texts = StringDictionary(byteCount: min(listenCount, Self.mostForeseen) * Self.rowSize)
  }

  /// Reads the rows of sessions that are all of one user.
  mutating func read(_ sessions: [(rank: Int, candidate: SessionCandidate)]) throws {
    var sessions = sessions
    try sessions.removeAll { rank, candidate in
      guard let rows = candidate.rows else { return false }
      add(try rows.map { try listen($0) }, of: candidate, rank: rank)
      return true
    }
    switch source {
    case .memory: try readMemory(sessions)
    case .file(let file): try read(sessions, from: file)
    }
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
      add(listens, of: candidate, rank: rank)
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
      let pieces = ListenFile.pieces(of: first..<first + candidate.trackCount)
      if pieces.count == 1 {
        add(try listens(pieces[0], of: file), of: candidate, rank: rank)
      } else {
        try read(pieces, of: file, candidate, rank: rank)
      }
    }
  }

  /// Reads a long session piece by piece, each of which is numbered at once: it may hold most of a
  /// history.
  private mutating func read(
    _ pieces: [Range<Int>], of file: ListenFile, _ candidate: SessionCandidate, rank: Int
  ) throws {
    var items: [SessionListens.Item] = []
    items.reserveCapacity(candidate.trackCount)
    for piece in pieces {
      let listens = try listens(piece, of: file)
      names.number(texts.text, places, &songs)
      for listen in listens { items.append(item(listen)) }
    }
    sessions.append(
      Session(rank: rank, listens: SessionListens(session: candidate.session, items: items)))
  }

  private mutating func listens(_ piece: Range<Int>, of file: ListenFile) throws -> [Listen] {
    try file.records(piece).map { try listen($0) }
  }

  /// Leaves the songs to be numbered when nobody else is at it.
  private mutating func add(_ listens: [Listen], of candidate: SessionCandidate, rank: Int) {
    waiting.append((rank, candidate.session, listens))
    if names.numberIfFree(texts.text, places, &songs) { encode() }
  }

  /// Puts numbers in the place of names.
  private mutating func encode() {
    for (rank, session, listens) in waiting {
      let items = listens.map { item($0) }
      sessions.append(
        Session(rank: rank, listens: SessionListens(session: session, items: items)))
    }
    waiting = []
  }

  private func item(_ listen: Listen) -> SessionListens.Item {
    SessionListens.Item(
      listenedAt: Instant(secondsSinceEpoch: listen.seconds), song: Int(songs[Int(listen.text)]),
      mbids: MBIDNumber(part: number, row: Int(listen.text)))
  }

  /// What was read; its ids go to the names.
  consuming func finish() -> [Session] {
    names.number(texts.text, places, &songs)
    encode()
    names.end(number, MBIDColumn(text: texts.text, places: places.map(\.mbids)))
    return sessions
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
        guard let place = NamePlaces(in: text, at: texts.string(number).startIndex) else {
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
