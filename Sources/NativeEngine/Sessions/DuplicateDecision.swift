/// How it is decided which of one user's listens of one second are duplicates.
enum DuplicateDecision: Sendable {
  /// Rows that may be equal are read again and compared, one by one.
  case byReading
  /// Not yet: rows that may be equal are gathered, to be read together, and all of them stay.
  case gathering(DuplicateCandidates)
  /// The duplicates are known by their positions, ascending.
  case known([Int])
}
