import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the rank of a session, the date of a day.
struct SessionTracksTable {
  /// The header with the first sessions, or the other sessions with as many listens.
  enum Half: CaseIterable {
    case first, second
  }

  private(set) var bytes: [UInt8] = []
  private var time = TimeText()

  init(_ report: AnalysisReport, _ half: Half) {
    let sessions = Self.sessions(of: report, half)
    guard half == .first || !sessions.isEmpty else { return }
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(sessions.reduce(100) { $0 + $1.tracks.count * 100 })
    if half == .first {
      bytes += "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8
    }
    for session in sessions { append(session, report.songs) }
  }

  private static func sessions(
    of report: AnalysisReport, _ half: Half
  ) -> ArraySlice<RankedSession> {
    let sessions = report.topSessions
    let all = sessions.reduce(0) { $0 + $1.tracks.count }
    var before = 0
    let middle =
      sessions.firstIndex { session in
        before += session.tracks.count
        return 2 * before > all
      } ?? sessions.count
    return half == .first ? sessions[..<middle] : sessions[middle...]
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
