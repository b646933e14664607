import ListeningSessions

/// The part of the ranked listens that one worker reads and writes to a temporary file, in the order of
/// the tracks.
struct SpilledTracksPart: ~Copyable {
  /// Records that are written at once, and most of one part in bytes.
  private static let blockSize = 1 << 20
  private static let mostInPart = 1 << 13

  private let inputs: InputSet
  private let file: TemporaryFile
  private let waveCount: Int
  /// Listens whose rows are not read yet.
  private var waiting: [CandidateListens.Piece] = []
  private var waitingCount = 0
  private var second = Second()
  /// Records that are not written yet.
  private var block: [UInt8] = []
  /// Parts that are in the block, placed as if it began the file.
  private var ended: [SpilledTracks.Part] = []
  private var parts: [SpilledTracks.Part] = []
  /// Where the part begins that is not ended.
  private var partStart = 0
  private var partCount = 0
  /// Where the next record is in its session.
  private var position = 0

  /// - Parameters:
  ///   - inputs: where the rows are.
  ///   - file: takes the records.
  ///   - waveCount: rows of packed inputs that are unpacked together.
  init(of inputs: InputSet, to file: TemporaryFile, waveCount: Int) {
    self.inputs = inputs
    self.file = file
    self.waveCount = waveCount
    block.reserveCapacity(2 * Self.blockSize)
  }

  /// Takes some listens; those of one session come one after another.
  mutating func take(_ piece: CandidateListens.Piece) throws {
    waiting.append(piece)
    waitingCount += piece.records.count
    if waitingCount >= waveCount { try read() }
  }

  /// Where everything stands in the file.
  consuming func finish() throws -> [SpilledTracks.Part] {
    try read()
    try write()
    return parts
  }

  private mutating func read() throws {
    var reader = RowReader(inputs.isPacked ? try inputs.fetching(wantedRows) : inputs)
    for piece in waiting {
      for record in piece.records {
        if record.seconds != second.seconds { try end(second: piece.rank) }
        let isListen = try reader.withLine(at: record.position) {
          second.take($0, at: record.seconds)
        }
        // It was a listen when it was scanned.
        guard isListen else {
          throw InputFile.changed(inputs.files[inputs.locate(record.position).file].path)
        }
      }
      if piece.isLast { try end(session: piece.rank) }
    }
    waiting = []
    waitingCount = 0
  }

  private var wantedRows: [WantedRow] {
    waiting.flatMap { piece in
      piece.records.map { WantedRow(position: $0.position, part: .names) }
    }
  }

  private mutating func end(second session: Int) throws {
    partCount += second.write(to: &block)
    if partCount >= Self.mostInPart || block.count - partStart >= Self.blockSize {
      try end(part: session)
    }
  }

  private mutating func end(session: Int) throws {
    try end(second: session)
    try end(part: session)
    position = 0
  }

  private mutating func end(part session: Int) throws {
    guard partCount > 0 else { return }
    ended.append(
      SpilledTracks.Part(
        session: session, position: position, count: partCount, bytes: partStart..<block.count))
    position += partCount
    partCount = 0
    partStart = block.count
    if block.count >= Self.blockSize { try write() }
  }

  private mutating func write() throws {
    let offset = file.reserve(block.count)
    try unsafe block.withUnsafeBytes { try unsafe file.write($0, at: offset) }
    parts += ended.map { $0.moved(by: offset) }
    ended = []
    block.removeAll(keepingCapacity: true)
    partStart = 0
  }

  /// The rows of one second, which stand in the order of their names.
  private struct Second {
    private(set) var seconds: UInt32 = 0
    private var text: [UInt8] = []
    private var rows: [NamePlaces] = []

    /// Takes the row of a listen; false if it is none.
    mutating func take(_ line: Span<UInt8>, at seconds: UInt32) -> Bool {
      let names = line.extracting(RankedRowsPart.afterTimestamp(line)..<line.count)
      guard let places = NamePlaces(in: names, at: text.count) else { return false }
      self.seconds = seconds
      unsafe names.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
      rows.append(places)
      return true
    }

    /// Writes the rows as records and forgets them; returns how many they were.
    mutating func write(to block: inout [UInt8]) -> Int {
      defer {
        text.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
      }
      if rows.count > 1 { sort() }
      for row in rows { TrackRecord.append(seconds, row, in: text, to: &block) }
      return rows.count
    }

    private mutating func sort() {
      let text = text
      rows.sort { left, right in
        let (leftArtist, rightArtist) = (text[left.artistName], text[right.artistName])
        if leftArtist != rightArtist { return leftArtist.lexicographicallyPrecedes(rightArtist) }
        return text[left.trackName].lexicographicallyPrecedes(text[right.trackName])
      }
    }
  }
}

extension SpilledTracks.Part {
  fileprivate func moved(by offset: Int) -> SpilledTracks.Part {
    SpilledTracks.Part(
      session: session, position: position, count: count,
      bytes: bytes.lowerBound + offset..<bytes.upperBound + offset)
  }
}
