/// Ranks the songs of the ranked sessions by plays, then artist name, then track name.
public struct SongRanking {
  private let sessions: [SessionListens]
  private let names: NameTable
  private var plays: [Int]
  private var sessionCounts: [Int]
  private var listenerCounts: [Int]

  /// Counts plays, sessions and listeners of every song.
  ///
  /// - Complexity: O(listens + s log s) for s sessions.
  public init(of sessions: [SessionListens], names: NameTable) {
    // Sessions of one user stand together, so that a song's listeners are counted by comparing
    // with the last one seen instead of keeping a set for each song.
    self.sessions = sessions.sorted { $0.session.userID < $1.session.userID }
    self.names = names
    plays = Array(repeating: 0, count: names.songs.count)
    sessionCounts = plays
    listenerCounts = plays
    count()
  }

  private mutating func count() {
    var lastSession = Array(repeating: -1, count: names.songs.count)
    var lastListener = Array(repeating: -1, count: names.songs.count)
    var listener = 0
    for (number, listens) in sessions.enumerated() {
      if number > 0, sessions[number - 1].session.userID != listens.session.userID {
        listener = number
      }
      for item in listens.items {
        plays[item.song] += 1
        if lastSession[item.song] != number { sessionCounts[item.song] += 1 }
        if lastListener[item.song] != listener { listenerCounts[item.song] += 1 }
        lastSession[item.song] = number
        lastListener[item.song] = listener
      }
    }
  }

  /// The first `limit` songs.
  public func top(_ limit: Int) -> [RankedSong] {
    var top = TopK<Int>(limit: limit) { left, right in
      plays[left] != plays[right]
        ? plays[left] > plays[right]
        : names.songs[left] < names.songs[right]
    }
    for song in names.songs.indices { top.insert(song) }
    let songs = top.elements
    let mbids = mbids(of: songs)
    return songs.enumerated().map { index, song in
      RankedSong(
        rank: index + 1, song: names.songs[song], playCount: plays[song],
        sessionCount: sessionCounts[song], listenerCount: listenerCounts[song],
        trackMBID: mostFrequent(mbids[index], names.trackMBID),
        artistMBID: mostFrequent(mbids[index], names.artistMBID))
    }
  }

  /// For each song how often which ids stood beside it.
  private func mbids(of songs: [Int]) -> [[MBIDNumber: Int]] {
    var ranks = Array(repeating: -1, count: names.songs.count)
    for (rank, song) in songs.enumerated() { ranks[song] = rank }
    var counts: [[MBIDNumber: Int]] = songs.map { _ in [:] }
    for listens in sessions {
      for item in listens.items where ranks[item.song] >= 0 {
        counts[ranks[item.song]][item.mbids, default: 0] += 1
      }
    }
    return counts
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
