import ListeningSessions

/// What one worker learns about the quality of the users' listens.
struct UserQuality {
  private let rules: Rules
  private let errorRules: [String]
  private(set) var tallies: [String: RuleTally] = [:]
  /// Listens and duplicates with a finding of severity error.
  private(set) var rowsWithErrors = 0
  private(set) var listensPerUser: [Int] = []
  private(set) var years = YearCounts()
  private let isDuplicateAnError: Bool

  init(_ rules: QualityRules) {
    self.rules = rules.rules
    errorRules = rules.rules.all.filter { $0.unit == .listens && rules.isError($0) }.map(\.id)
    isDuplicateAnError = rules.isError(DuplicateUniqueness())
  }

  /// Takes all listens of a user in.
  mutating func take(_ history: RecordHistory) {
    rules.tally(history, into: &tallies)
    for duplicate in history.duplicates where isDuplicateAnError || duplicate.hasError {
      rowsWithErrors += 1
    }
    countErrors(of: history)
    if history.listenCount > 0 { listensPerUser.append(history.listenCount) }
    unsafe years.count(history.records)
  }

  mutating func merge(_ other: UserQuality) {
    tallies.merge(other.tallies) { left, right in
      var sum = left
      sum.merge(right)
      return sum
    }
    rowsWithErrors += other.rowsWithErrors
    listensPerUser += other.listensPerUser
    years.merge(other.years)
  }

  /// A listen with several findings is one row with errors.
  private mutating func countErrors(of history: RecordHistory) {
    for listen in 0..<history.listenCount {
      let hasError = unsafe history.records[listen].hasError
      if hasError || (!errorRules.isEmpty && rules.fails(errorRules, listen, in: history)) {
        rowsWithErrors += 1
      }
    }
  }
}
