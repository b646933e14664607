import ListeningSessions

/// A session that may rank, without what was played in it.
struct SessionCandidate: Sendable {
  let user: ListenOwner
  let start: UInt32
  let end: UInt32
  /// Index of its first listen among the user's.
  let firstListen: Int
  let trackCount: Int
  /// Its listens, where they are kept nowhere else.
  var rows: [ListenRecord]?

  var durationSeconds: Int { Int(end) - Int(start) }
  var listens: Range<Int> { firstListen..<firstListen + trackCount }
  var session: ListeningSession {
    ListeningSession(
      userID: user.id, startedAt: Instant(secondsSinceEpoch: start),
      endedAt: Instant(secondsSinceEpoch: end), trackCount: trackCount)
  }
}
