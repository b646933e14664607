import ListeningSessions

/// How users appear in reports: by a short hash, or by their id where that was asked for.
///
///     UserLabel(showsUsers: false).text(of: "user_000001")  // "user#" and 12 hexadecimal digits
///
/// The same user has the same hash in every run, so that findings can be compared. It keeps ids out
/// of logs and tickets; who can guess an id can check the guess.
struct UserLabel {
  let showsUsers: Bool

  /// The label; nil for an empty id.
  func text(of userID: Text) -> String? {
    guard !userID.utf8.isEmpty else { return nil }
    guard !showsUsers else { return userID.description }
    var hash = FNV1a64()
    hash.combine(userID.utf8)
    return "user#\(hash.hex.prefix(12))"
  }
}
