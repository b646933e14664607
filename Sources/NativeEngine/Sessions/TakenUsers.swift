import ListeningSessions

/// The users who were taken up during the scan, because all their rows seemed to be read.
struct TakenUsers: Sendable {
  private var ids: Set<Text> = []

  /// Nobody.
  init() {}

  /// The users that any worker took up.
  ///
  /// - Throws: `ScatteredUser` when two of them took the same.
  init(_ parts: [ScannedPart]) throws {
    for part in parts {
      for user in part.scanner.takenUsers {
        let id = Text(utf8: Array(part.scanner.users.string(user)))
        guard ids.insert(id).inserted else { throw ScatteredUser() }
      }
    }
  }

  /// Makes sure that a user who has rows was not taken up without them.
  func requireNew(_ id: Text) throws {
    if !ids.isEmpty, ids.contains(id) { throw ScatteredUser() }
  }
}
