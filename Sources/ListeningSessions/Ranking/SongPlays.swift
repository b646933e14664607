/// Counts the plays of songs in session after session, and the different songs of each session.
public struct SongPlays {
  private struct Count {
    var plays = 0
    /// The session in which it came up last.
    var session = -1
  }

  private var counts: [Count] = []
  /// For each session how many different songs were played in it.
  public private(set) var distinctSongs: [Int]

  /// - Parameters:
  ///   - sessionCount: how many sessions there are.
  ///   - songCount: how many songs are expected.
  public init(sessionCount: Int, songCount: Int = 0) {
    distinctSongs = Array(repeating: 0, count: sessionCount)
    counts.reserveCapacity(songCount)
  }

  /// Takes a listen; those of one session must follow one another.
  ///
  /// - Parameters:
  ///   - song: its number; numbers are given out from 0, each once before those above it.
  ///   - session: index of the session.
  public mutating func take(_ song: Int, in session: Int) {
    while song >= counts.count { counts.append(Count()) }
    counts[song].plays += 1
    if counts[song].session != session {
      counts[song].session = session
      distinctSongs[session] += 1
    }
  }

  /// The first `limit` songs, by plays, then artist name, then track name.
  ///
  /// - Parameters:
  ///   - limit: how many are wanted.
  ///   - songs: the songs behind the numbers.
  /// - Returns: fewer if there are not so many.
  /// - Complexity: O(songs · log `limit`).
  public func top(_ limit: Int, of songs: SongColumn) -> [PlayedSong] {
    var top = TopK<Int>(limit: limit) { left, right in
      counts[left].plays != counts[right].plays
        ? counts[left].plays > counts[right].plays : songs[left] < songs[right]
    }
    for song in counts.indices { top.insert(song) }
    return top.elements.map { PlayedSong(songs[$0], number: $0, playCount: counts[$0].plays) }
  }
}
