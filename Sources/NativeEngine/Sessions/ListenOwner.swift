import ListeningSessions

/// A user whose listens can be found again.
struct ListenOwner: Sendable {
  let id: Text
  /// Number of the user among those that the scan keeps in memory.
  let number: Int
  /// Where the user's listens stand in the file of listens, if there is one.
  let entry: ListenFile.Entry?
}
