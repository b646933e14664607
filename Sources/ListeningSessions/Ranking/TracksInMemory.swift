/// The tracks of the ranked sessions as numbers, with the songs behind them.
struct TracksInMemory: RankedTracks {
  static let mostInPart = 1 << 13

  /// Where a part begins, and how many tracks of this session and those behind it are in it.
  private struct Part {
    let session, position: Int
    var count = 0
  }

  private let sessions: [SessionListens]
  private let songs: SongColumn
  private let parts: [Part]
  let partCounts: [Int]

  /// - Parameters:
  ///   - sessions: in their order, each in the order of its tracks.
  ///   - songs: what the numbers mean.
  init(_ sessions: [SessionListens], _ songs: SongColumn) {
    self.sessions = sessions
    self.songs = songs
    parts = TracksInMemory.parts(of: sessions)
    partCounts = parts.map(\.count)
  }

  func forEach(inPart part: Int, _ body: (RankedTrack) throws -> Void) throws {
    let part = parts[part]
    var (position, rest) = (part.position, part.count)
    for session in part.session..<sessions.count {
      if rest == 0 { return }
      let items = sessions[session].items
      let end = min(items.count, position + rest)
      for place in position..<end {
        try body(
          RankedTrack(
            session: session, position: place, listenedAt: items[place].listenedAt,
            names: songs.utf8(items[place].song)))
      }
      rest -= end - position
      position = 0
    }
  }

  private static func parts(of sessions: [SessionListens]) -> [Part] {
    var parts: [Part] = []
    var last = Part(session: 0, position: 0)
    for (session, listens) in sessions.enumerated() {
      var position = 0
      while position < listens.items.count {
        if last.count == mostInPart {
          parts.append(last)
          last = Part(session: session, position: position)
        }
        let taken = min(mostInPart - last.count, listens.items.count - position)
        last.count += taken
        position += taken
      }
    }
    return last.count == 0 ? parts : parts + [last]
  }
}
