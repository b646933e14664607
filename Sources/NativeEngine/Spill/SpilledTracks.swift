import ListeningSessions

/// The tracks of the ranked sessions in a temporary file, where they do not fit into memory.
struct SpilledTracks: RankedTracks {
  /// Some tracks of one session, their records one behind the other in the file.
  struct Part: Sendable {
    /// Index of the session in the ranking.
    let session: Int
    /// Place of the first of them in the session.
    let position: Int
    let count: Int
    /// Where the records are in the file.
    let bytes: Range<Int>
  }

  private let file: TemporaryFile
  private let parts: [Part]
  let partCounts: [Int]

  init(_ parts: [Part], in file: TemporaryFile) {
    self.file = file
    self.parts = parts.sorted { ($0.session, $0.position) < ($1.session, $1.position) }
    partCounts = self.parts.map(\.count)
  }

  func forEach(inPart part: Int, _ body: (RankedTrack) throws -> Void) throws {
    var position = parts[part].position
    try forEachRecord(inPart: part) { session, record in
      try body(
        RankedTrack(
          session: session, position: position,
          listenedAt: Instant(secondsSinceEpoch: record.seconds), names: record.names))
      position += 1
    }
  }

  /// Calls `body` with the session and everything that is known of each track of every session.
  func forEachRecord(_ body: (Int, TrackRecord) throws -> Void) throws {
    for part in parts.indices { try forEachRecord(inPart: part, body) }
  }

  private func forEachRecord(
    inPart number: Int, _ body: (Int, TrackRecord) throws -> Void
  ) throws {
    let part = parts[number]
    let bytes = try unsafe [UInt8](unsafeUninitializedCapacity: part.bytes.count) { buffer, count in
      try unsafe file.read(
        into: UnsafeMutableRawBufferPointer(buffer), at: part.bytes.lowerBound)
      count = part.bytes.count
    }
    var start = 0
    while start < bytes.count {
      let record = TrackRecord(bytes[start...])
      try body(part.session, record)
      start = record.endIndex
    }
  }
}
