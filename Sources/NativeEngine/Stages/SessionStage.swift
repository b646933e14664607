import ListeningSessions

/// What the second stage hands on: the sessions that may rank, and what the rules say of all.
struct SessionStage {
  let longest: [SessionCandidate]
  let sessionCount: Int
  /// Of the rule about the length of sessions; nil without quality.
  let lengthTally: RuleTally?
  /// All sessions, if they are kept.
  let file: SessionFile?
}
