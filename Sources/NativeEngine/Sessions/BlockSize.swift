/// How much is in a block of the files of listens and sessions, which is read at once.
///
/// Blocks are of some hundred kilobytes, and many more than threads, so that all of these find work.
struct BlockSize {
  private static let mostUsers = 1024
  private static let mostSessions = 8192
  private static let mostListens = 1 << 18

  private var users = 0
  private var sessions = 0
  private var listens = 0

  /// Whether the block is large enough.
  var isReached: Bool {
    users >= Self.mostUsers || sessions >= Self.mostSessions || listens >= Self.mostListens
  }

  mutating func take(_ user: UserResult) {
    users += 1
    sessions += user.spans.count
    listens += user.owner.entry?.count ?? 0
  }
}
