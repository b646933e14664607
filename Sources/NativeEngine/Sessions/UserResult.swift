/// What is kept of a user for the files of listens and sessions.
struct UserResult: Sendable {
  let owner: ListenOwner
  /// All sessions, if they are kept.
  let spans: SessionSpans
}
