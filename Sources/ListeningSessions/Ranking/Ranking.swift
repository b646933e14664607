/// The longest sessions, what was played in them, and the most played songs.
public struct Ranking: Sendable {
  /// The longest first.
  public let sessions: [RankedSession]
  public let tracks: any RankedTracks
  /// The most played first.
  public let songs: [RankedSong]

  /// Takes what an engine counted where the listens do not fit into memory.
  public init(sessions: [RankedSession], tracks: any RankedTracks, songs: [RankedSong]) {
    self.sessions = sessions
    self.tracks = tracks
    self.songs = songs
  }

  /// Ranks what was played in the longest sessions.
  ///
  /// - Parameters:
  ///   - sessions: the longest sessions in their order, with their listens.
  ///   - names: the names behind the listens' numbers.
  ///   - topSongs: how many songs are wanted.
  /// - Complexity: O(listens + songs · log `topSongs`), and sorting the listens that are not in order.
  public init(of sessions: consuming [SessionListens], names: NameTable, topSongs: Int) {
    // In place, so that there is one copy of each.
    for index in sessions.indices { sessions[index].sort(by: names.songs) }
    var plays = SongPlays(sessionCount: sessions.count, songCount: names.songs.count)
    for (index, listens) in sessions.enumerated() {
      for item in listens.items { plays.take(item.song, in: index) }
    }
    songs = Ranking.songs(plays.top(topSongs, of: names.songs), in: sessions, names)
    self.sessions = zip(sessions, plays.distinctSongs).enumerated().map { index, counted in
      RankedSession(rank: index + 1, session: counted.0.session, distinctSongs: counted.1)
    }
    tracks = TracksInMemory(sessions, names.songs)
  }

  private static func songs(
    _ top: [PlayedSong], in sessions: [SessionListens], _ names: NameTable
  ) -> [RankedSong] {
    var ranking = SongRanking(top)
    var places = Array(repeating: -1, count: names.songs.count)
    for (place, song) in top.enumerated() { places[song.number] = place }
    let listeners = listeners(of: sessions.lazy.map(\.session.userID))
    for (index, listens) in sessions.enumerated() {
      for item in listens.items where places[item.song] >= 0 {
        ranking.take(places[item.song], in: index, by: listeners[index], item.mbids)
      }
    }
    return ranking.ranked(names)
  }

  /// For each session a number that only sessions of the same user have.
  public static func listeners(of users: some Sequence<Text>) -> [Int] {
    var numbers: [Text: Int] = [:]
    return users.map { user in
      if let known = numbers[user] { return known }
      numbers[user] = numbers.count
      return numbers.count - 1
    }
  }
}
