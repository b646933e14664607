import ListeningSessions

/// One user's listens as the engine keeps them: what the rules see, and what the records say.
protocol ListenHistory: UserHistory, TimedListens {
  var duplicates: Duplicates { get }

  /// Whether a rule of severity error found something in the row of a listen.
  func hasError(_ listen: Int) -> Bool
}

extension ListenHistory {
  var duplicateCount: Int { duplicates.count }
  var duplicateSamples: [Int] { duplicates.samples }
}
