import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the rank of a session, the date of a day.
struct SessionTracksTable {
  private static let tracksOfPart = 1 << 13

  private(set) var bytes: [UInt8] = []
  private var time = TimeText()

  /// The lines of some of the ranked sessions; the header is before those of the first.
  ///
  /// - Parameters:
  ///   - report: what the sessions are of.
  ///   - sessions: which, as indices.
  init(_ report: AnalysisReport, _ sessions: Range<Int>) {
    let ranked = report.topSessions[sessions]
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(ranked.reduce(100) { $0 + $1.tracks.count * 100 })
    if sessions.lowerBound == 0 {
      bytes += "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8
    }
    for session in ranked { append(session, report.songs) }
  }

  /// Sessions that are written at once, as indices: not all of them, as the table is as long as there
  /// are listens.
  static func parts(of sessions: [RankedSession]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, count) = (0, 0)
    for (index, session) in sessions.enumerated() {
      count += session.tracks.count
      guard count >= tracksOfPart else { continue }
      parts.append(start..<index + 1)
      (start, count) = (index + 1, 0)
    }
    return start < sessions.count || parts.isEmpty ? parts + [start..<sessions.count] : parts
  }

  private mutating func append(_ session: RankedSession, _ songs: SongColumn) {
    let rank = Array("\(session.rank)\t".utf8)
    var position = 0
    for track in session.tracks {
      position += 1
      bytes += rank
      position.write(to: &bytes)
      bytes.append(0x09)
      time.set(track.listenedAt)
      bytes += time.bytes
      bytes.append(0x09)
      bytes += songs.utf8(track.song)
      bytes.append(0x0A)
    }
  }
}
