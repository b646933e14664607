/// The files that a run writes its listens and sessions to, those that it has.
struct StageFiles: Sendable {
  var listens: ListenFileWriter?
  var sessions: SessionFileWriter?

  /// Whether what was found of each user is to be kept for `write`.
  var keepsUsers: Bool { listens != nil || sessions != nil }

  /// Writes a block of users, in order of their ids.
  func write(_ users: [UserResult], as number: BlockNumber) throws {
    try listens?.write(users.map(\.owner), as: number)
    try sessions?.write(users.map(\.spans), as: number)
  }
}
