import ListeningSessions

/// What one worker learns about the quality of the users' listens.
struct UserQuality {
  private let rules: Rules
  private let errorRules: [String]
  private(set) var tallies: [String: RuleTally] = [:]
  /// Listens and duplicates with a finding of severity error.
  private(set) var rowsWithErrors = 0
  /// How many users have so many listens.
  private(set) var usersByListens: [Int: Int] = [:]
  private(set) var years = YearCounts()
  private(set) var column = UserColumn()
  private let isDuplicateAnError: Bool

  init(_ rules: QualityRules) {
    self.rules = rules.rules
    errorRules = rules.rules.all.filter { $0.unit == .listens && rules.isError($0) }.map(\.id)
    isDuplicateAnError = rules.isError(DuplicateUniqueness())
  }

  /// Takes note of a user with all rows that are the user's, rejects among them.
  mutating func takeUser(_ id: Text, rowCount: Int) {
    column.take(id, rowCount: rowCount)
  }

  /// Takes all listens of a user in.
  mutating func take(_ history: some ListenHistory) {
    rules.tally(history, into: &tallies)
    rowsWithErrors +=
      isDuplicateAnError ? history.duplicates.count : history.duplicates.withErrors
    countErrors(of: history)
    if history.listenCount > 0 { usersByListens[history.listenCount, default: 0] += 1 }
    years.count(history)
  }

  mutating func merge(_ other: UserQuality) {
    tallies.merge(other.tallies) { left, right in
      var sum = left
      sum.merge(right)
      return sum
    }
    rowsWithErrors += other.rowsWithErrors
    usersByListens.merge(other.usersByListens, uniquingKeysWith: +)
    years.merge(other.years)
    column.merge(other.column)
  }

  /// A listen with several findings is one row with errors.
  private mutating func countErrors(of history: some ListenHistory) {
    for listen in 0..<history.listenCount
    where history.hasError(listen)
      || (!errorRules.isEmpty && rules.fails(errorRules, listen, in: history))
    {
      rowsWithErrors += 1
    }
  }
}
