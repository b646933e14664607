import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the rank of a session, the date of a day.
struct SessionTracksTable {
  /// Lines that are put together at once: not all, as there are as many as listens.
  struct Part: Hashable {
    static let mostLines = 1 << 13

    /// Index of the first session, and of the first of its listens.
    let session, position: Int
    /// Lines of this session and those behind it.
    fileprivate(set) var count = 0
  }

  private(set) var bytes: [UInt8] = []
  private var time = TimeText()

  /// The lines of a part; the header is before those of the first.
  init(_ report: AnalysisReport, _ part: Part) {
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(100 + part.count * 100)
    if part.session == 0, part.position == 0 {
      bytes += "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8
    }
    var (position, rest) = (part.position, part.count)
    for session in report.topSessions[part.session...] {
      if rest == 0 { return }
      let end = min(session.tracks.count, position + rest)
      append(session, position..<end, report.songs)
      rest -= end - position
      position = 0
    }
  }

  /// All parts of the table, in order.
  static func parts(of report: AnalysisReport) -> [Part] {
    var parts: [Part] = []
    var last = Part(session: 0, position: 0)
    for (session, ranked) in report.topSessions.enumerated() {
      var position = 0
      while position < ranked.tracks.count {
        if last.count == Part.mostLines {
          parts.append(last)
          last = Part(session: session, position: position)
        }
        let taken = min(Part.mostLines - last.count, ranked.tracks.count - position)
        last.count += taken
        position += taken
      }
    }
    return parts + [last]
  }

  private mutating func append(
    _ session: RankedSession, _ positions: Range<Int>, _ songs: SongColumn
  ) {
    let rank = Array("\(session.rank)\t".utf8)
    for position in positions {
      let track = session.tracks[position]
      bytes += rank
      (position + 1).write(to: &bytes)
      bytes.append(0x09)
      time.set(track.listenedAt)
      bytes += time.bytes
      bytes.append(0x09)
      bytes += songs.utf8(track.song)
      bytes.append(0x0A)
    }
  }
}
