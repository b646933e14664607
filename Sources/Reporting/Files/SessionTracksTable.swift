import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the rank of a session, the date of a day.
struct SessionTracksTable {
  static let linesOfPart = 1 << 13

  private(set) var bytes: [UInt8] = []
  private var time = TimeText()

  /// The lines of some of the ranked listens; the header is before those of the first.
  ///
  /// - Parameters:
  ///   - report: what the listens are of.
  ///   - lines: which, counted over all sessions.
  init(_ report: AnalysisReport, _ lines: Range<Int>) {
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(100 + lines.count * 100)
    if lines.lowerBound == 0 {
      bytes += "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8
    }
    var first = 0
    for session in report.topSessions {
      let own = (first..<first + session.tracks.count).clamped(to: lines)
      if !own.isEmpty {
        append(session, own.lowerBound - first..<own.upperBound - first, report.songs)
      }
      first += session.tracks.count
    }
  }

  /// Lines that are put together at once: not all, as there are as many as listens.
  static func parts(of report: AnalysisReport) -> [Range<Int>] {
    let count = report.topSessions.reduce(0) { $0 + $1.tracks.count }
    return stride(from: 0, to: max(1, count), by: linesOfPart).map {
      $0..<min($0 + linesOfPart, count)
    }
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
