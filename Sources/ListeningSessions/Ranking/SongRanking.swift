/// Ranks songs whose plays are counted: in which sessions, by whom, with which ids they were played.
public struct SongRanking {
  private struct Details {
    var sessionCount = 0
    /// The session in which it came up last.
    var session = -1
    var listeners: Set<Int> = []
    var mbids: [MBIDNumber: Int] = [:]
  }

  private let songs: [PlayedSong]
  private var details: [Details]

  /// - Parameter songs: the most played songs, in their order.
  public init(_ songs: [PlayedSong]) {
    self.songs = songs
    details = Array(repeating: Details(), count: songs.count)
  }

  /// Takes a listen of one of the songs; those of one session must follow one another.
  ///
  /// - Parameters:
  ///   - place: index of the song among the most played.
  ///   - session: index of the session.
  ///   - listener: a number that only sessions of the same user have.
  ///   - mbids: the ids that stood beside it.
  public mutating func take(_ place: Int, in session: Int, by listener: Int, _ mbids: MBIDNumber) {
    if details[place].session != session {
      details[place].session = session
      details[place].sessionCount += 1
      details[place].listeners.insert(listener)
    }
    details[place].mbids[mbids, default: 0] += 1
  }

  /// The songs with what was counted.
  ///
  /// - Parameter names: the ids behind their numbers.
  /// - Returns: them in their order.
  public func ranked(_ names: NameTable) -> [RankedSong] {
    zip(songs, details).enumerated().map { index, counted in
      let (song, details) = counted
      return RankedSong(
        rank: index + 1, song: song.song, playCount: song.playCount,
        sessionCount: details.sessionCount, listenerCount: details.listeners.count,
        trackMBID: mostFrequent(details.mbids, names.trackMBID),
        artistMBID: mostFrequent(details.mbids, names.artistMBID))
    }
  }

  /// The most frequent non-empty one of the ids, the smallest of equals.
  private func mostFrequent(
    _ counts: [MBIDNumber: Int], _ mbid: (MBIDNumber) -> Text
  ) -> Text {
    var plays: [Text: Int] = [:]
    for (number, count) in counts { plays[mbid(number), default: 0] += count }
    plays[""] = nil
    return plays.min { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }?.key ?? ""
  }
}
