public import ListeningSessions

/// A listen of a ranked session with its names, for comparison.
public struct NamedTrack: Hashable, Sendable {
  public let listenedAt: Instant
  public let song: Song

  /// For each ranked session its listens, in order.
  ///
  /// Positions that are not counted from 0 in each session are an error.
  public static func bySession(of ranking: Ranking) throws -> [[NamedTrack]] {
    var sessions: [[NamedTrack]] = ranking.sessions.map { _ in [] }
    try ranking.tracks.forEach { track in
      guard track.position == sessions[track.session].count else {
        throw OutOfPlace(session: track.session, position: track.position)
      }
      sessions[track.session].append(NamedTrack(listenedAt: track.listenedAt, song: track.song))
    }
    return sessions
  }

  struct OutOfPlace: Error {
    let session, position: Int
  }
}
