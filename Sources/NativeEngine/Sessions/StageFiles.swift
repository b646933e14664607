/// The files that a run writes its listens and sessions to, those that it has.
struct StageFiles: Sendable {
  var listens: ListenFileWriter?
  var sessions: SessionFileWriter?

  /// Whether what was found of each user is to be kept for `write`.
  var keepsUsers: Bool { listens != nil || sessions != nil }

  /// Writes the users of block `number`, in order of their ids.
  func write(block number: Int, _ users: [UserResult]) throws {
    let users = users.filter { ($0.owner.entry?.count ?? 0) > 0 }
    try listens?.write(block: number, users.map(\.owner))
    try sessions?.write(block: number, users.map(\.spans))
  }
}
