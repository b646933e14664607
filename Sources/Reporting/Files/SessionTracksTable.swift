import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the names of a song, the rank of a session, the date of a day.
struct SessionTracksTable {
  private(set) var bytes = Array(
    "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8)
  /// A tab, artist name, tab, track name and line feed for each song, one behind the other.
  private var names: [UInt8] = []
  private var nameEnds: [Int] = []
  private var time = TimeText()

  init(_ report: AnalysisReport) {
    gatherNames(of: report.songs)
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(report.topSessions.reduce(0) { $0 + $1.tracks.count } * 100)
    for session in report.topSessions { append(session) }
  }

  private mutating func gatherNames(of songs: [Song]) {
    nameEnds.reserveCapacity(songs.count)
    for song in songs {
      names.append(0x09)
      names += song.artistName.utf8
      names.append(0x09)
      names += song.trackName.utf8
      names.append(0x0A)
      nameEnds.append(names.count)
    }
  }

  private mutating func append(_ session: RankedSession) {
    let rank = Array("\(session.rank)\t".utf8)
    var position = 0
    for track in session.tracks {
      position += 1
      bytes += rank
      position.write(to: &bytes)
      bytes.append(0x09)
      time.set(track.listenedAt)
      bytes += time.bytes
      let start = track.song == 0 ? 0 : nameEnds[track.song - 1]
      bytes += names[start..<nameEnds[track.song]]
    }
  }
}
