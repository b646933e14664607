/// All listens of the inputs after the scan, found by user.
struct ScannedListens: Sendable {
  let users: UserDirectory
  private let parts: [ScannedPart]

  init(merging parts: [ScannedPart]) {
    users = UserDirectory(merging: parts)
    self.parts = parts
  }

  /// Memory that all of it takes.
  var keptBytes: Int {
    parts.reduce(0) { $0 + $1.scanner.keptBytes }
      + users.ids.count * MemoryPlan.userBytes
  }

  /// Rows of a user, duplicates among them.
  func rowCount(of user: Int) -> Int {
    parts.indices.reduce(0) { sum, worker in
      sum
        + (users.number(of: user, in: worker).map { parts[worker].scanner.store.count(of: $0) } ?? 0)
    }
  }

  /// All rows of a user, rejects among them.
  func allRowCount(of user: Int) -> Int {
    parts.indices.reduce(0) { sum, worker in
      sum + (users.number(of: user, in: worker).map { parts[worker].scanner.rowCount(of: $0) } ?? 0)
    }
  }

  /// Copies a user's listens to the start of `target`, in no order, and tells how many they are.
  func copy(of user: Int, to target: UnsafeMutablePointer<ListenRecord>) -> Int {
    var count = 0
    for worker in parts.indices {
      guard let number = users.number(of: user, in: worker) else { continue }
      unsafe count += parts[worker].scanner.store.copy(of: number, to: target + count)
    }
    return count
  }
}
