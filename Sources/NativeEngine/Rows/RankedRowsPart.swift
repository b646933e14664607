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
  /// What is known of a text beside its bytes: where its names are, and of the song, if it is the
  /// only one with it, bytes, places and counts.
  private static let bytesPerText = 200

  private let inputs: InputSet
  private let names: RankedNames
  private var reader: RowReader
  private var texts: StringDictionary
  private var places: [NamePlaces] = []
  private var lastText = 0
  /// The songs of the first texts; those of the others have no numbers yet.
  private var songs: [UInt32] = []
  /// Sessions with texts that are not numbered.
  private var waiting: [(rank: Int, session: ListeningSession, listens: [Listen])] = []
  private var sessions: [Session] = []
  /// Of a session of which not all pieces were taken.
  private var long: [SessionListens.Item] = []
  private var listenCount = 0
  private let mostBytes: Int
  private let number: Int

  /// Prepares for sessions.
  ///
  /// - Parameters:
  ///   - inputs: where their rows are.
  ///   - names: gives numbers to songs.
  ///   - listenCount: of all sessions that there may be.
  ///   - mostBytes: memory that the listens and their names may take.
  init(of inputs: InputSet, names: RankedNames, listenCount: Int, mostBytes: Int) {
    self.inputs = inputs
    self.names = names
    self.mostBytes = mostBytes
    reader = RowReader(inputs)
    number = names.beginPart()
    // What is not used costs nothing, moving megabytes does.
    texts = StringDictionary(
      byteCount: min(min(listenCount, Self.mostForeseen) * Self.rowSize, mostBytes / 2))
  }

  /// Reads the rows of some listens; those of one session come one after another.
  ///
  /// - Throws: `RankedListensOutgrown`; what reading a row throws.
  mutating func take(_ piece: CandidateListens.Piece) throws {
    let listens = try piece.records.map { try listen($0) }
    listenCount += listens.count
    if byteCount > mostBytes { throw RankedListensOutgrown() }
    if piece.isWhole {
      return add(listens, of: piece.candidate, rank: piece.rank)
    }
    // A long session is numbered piece by piece: it may hold most of a history.
    if piece.start == 0 { long.reserveCapacity(piece.candidate.trackCount) }
    names.number(texts.text, places, &songs)
    for listen in listens { long.append(item(listen)) }
    guard piece.isLast else { return }
    sessions.append(
      Session(
        rank: piece.rank,
        listens: SessionListens(session: piece.candidate.session, items: long)))
    long = []
  }

  /// Memory that the listens and their names take, here and where songs are numbered and ranked.
  private var byteCount: Int {
    listenCount * MemoryLayout<SessionListens.Item>.stride + texts.byteCount
      + texts.count * Self.bytesPerText
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
