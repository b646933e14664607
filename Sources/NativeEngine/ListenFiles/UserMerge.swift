import ListeningSessions

/// All users of a history in order of their ids with their sessions, of whom little is in memory.
///
/// Merges the runs of the files, of each of which one block is in memory.
struct UserMerge {
  struct User {
    let owner: ListenOwner
    let spans: SessionSpans
  }

  /// What is left of a run, from its current user on.
  private struct Run {
    let blocks: Range<Int>
    let owners: ListenFile.Owners
    let spans: SessionFile.Users
    let user: User
  }

  private let listens: ListenFile
  private let sessions: SessionFile
  /// A binary heap with the first user on top.
  private var runs: [Run] = []

  /// Merges the users of a file of listens and the file of sessions cut from it.
  ///
  /// - Throws: `DamagedCheckpoint`.
  init(_ listens: ListenFile, _ sessions: SessionFile) throws {
    self.listens = listens
    self.sessions = sessions
    guard listens.blockCount == sessions.blockCount else { throw DamagedCheckpoint() }
    runs = try listens.runs.compactMap { try self.run(of: $0) }.sorted(by: Self.precedes)
  }

  /// The next user; nil after the last.
  mutating func next() throws -> User? {
    guard let first = runs.first else { return nil }
    if let rest = try rest(of: first) {
      runs[0] = rest
    } else {
      runs.swapAt(0, runs.count - 1)
      runs.removeLast()
    }
    siftDown()
    return first.user
  }

  private static func precedes(_ left: Run, _ right: Run) -> Bool {
    left.user.owner.id < right.user.owner.id
  }

  private func rest(of run: Run) throws -> Run? {
    var (owners, spans) = (run.owners, run.spans)
    guard let owner = try owners.next() else {
      return try self.run(of: run.blocks.dropFirst())
    }
    guard let sessions = try spans.next() else { throw DamagedCheckpoint() }
    return Run(
      blocks: run.blocks, owners: owners, spans: spans,
      user: User(owner: owner, spans: sessions))
  }

  /// A run from its first block on that has users.
  private func run(of blocks: Range<Int>) throws -> Run? {
    for block in blocks {
      var owners = try listens.owners(ofBlock: block)
      var spans = try sessions.spans(ofBlock: block)
      if let owner = try owners.next(), let sessions = try spans.next() {
        return Run(
          blocks: block..<blocks.upperBound, owners: owners, spans: spans,
          user: User(owner: owner, spans: sessions))
      }
    }
    return nil
  }

  private mutating func siftDown() {
    var parent = 0
    while 2 * parent + 1 < runs.count {
      var child = 2 * parent + 1
      if child + 1 < runs.count, Self.precedes(runs[child + 1], runs[child]) { child += 1 }
      guard Self.precedes(runs[child], runs[parent]) else { return }
      runs.swapAt(parent, child)
      parent = child
    }
  }
}
