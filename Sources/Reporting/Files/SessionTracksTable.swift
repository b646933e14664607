import ListeningSessions

/// Every listen of the ranked sessions as tab-separated text: by far the longest of the tables.
///
/// What recurs is put together once: the rank of a session, the date of a day.
struct SessionTracksTable {
  /// Lines that are put together at once: not all, as there are as many as listens.
  static let mostLines = 1 << 13

  private(set) var bytes: [UInt8] = []
  private var time = TimeText()
  private var session = -1
  /// Of the session, with the tab behind it.
  private var rank: [UInt8] = []

  /// The lines of some parts of the tracks; the header is before those of the first.
  init(_ tracks: any RankedTracks, _ parts: Range<Int>) throws {
    // Names are of some twenty bytes; room that is not used costs nothing, moving megabytes does.
    bytes.reserveCapacity(100 + tracks.partCounts[parts].reduce(0, +) * 100)
    if parts.lowerBound == 0 {
      bytes += "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n".utf8
    }
    for part in parts { try tracks.forEach(inPart: part) { append($0) } }
  }

  /// The parts of which each piece of the table is made, in order.
  static func pieces(of tracks: any RankedTracks) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, lines) = (0, 0)
    for (part, count) in tracks.partCounts.enumerated() {
      if part > start, lines + count > mostLines {
        pieces.append(start..<part)
        (start, lines) = (part, 0)
      }
      lines += count
    }
    return pieces + [start..<tracks.partCounts.count]
  }

  private mutating func append(_ track: RankedTrack) {
    if track.session != session {
      session = track.session
      rank = Array("\(session + 1)\t".utf8)
    }
    bytes += rank
    (track.position + 1).write(to: &bytes)
    bytes.append(0x09)
    time.set(track.listenedAt)
    bytes += time.bytes
    bytes.append(0x09)
    bytes += track.names
    bytes.append(0x0A)
  }
}
