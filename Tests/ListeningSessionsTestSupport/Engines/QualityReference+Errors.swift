import ListeningSessions

extension QualityReference {
  /// Rows with at least one finding of a rule whose severity is error.
  ///
  /// Rules about users, sessions, days and MBIDs say nothing about a single row.
  public var rowsWithErrors: Int {
    let errors = rules.all.filter { rule in
      let setting = ruleSet.setting(of: rule)
      return setting.isEnabled && setting.severity == .error
    }
    return errors.reduce(into: Set<Int>()) { $0.formUnion(positions(failing: $1)) }.count
  }

  private func positions(failing rule: any QualityRule) -> [Int] {
    switch rule {
    case let rule as any RowRule:
      rows.compactMap(\.readable).filter { rule.holds(for: $0) == false }.map(\.position)
    case let rule as any ListenRule: users.flatMap { positions(of: $0, failing: rule) }
    case is DuplicateUniqueness: users.flatMap(\.duplicates)
    case is FieldCountValidity: positions(of: .fieldCount)
    case is UTF8Validity: positions(of: .invalidUTF8)
    case let rule as any UserRule where rule.unit == .listens:
      users.flatMap { positions(of: $0, failingAlone: rule) }
    default: []
    }
  }

  private func positions(of reason: RejectReason) -> [Int] {
    rows.filter { $0.verdict == .reject(reason) }.map(\.position)
  }

  private func positions(of history: ArrayHistory, failing rule: any ListenRule) -> [Int] {
    history.plays.indices.filter { rule.holds(for: $0, in: history) == false }
      .map { history.position($0) }
  }

  /// For rules that judge a listen whatever the others are.
  private func positions(of history: ArrayHistory, failingAlone rule: some UserRule) -> [Int] {
    history.plays.filter { play in
      rule.tally(of: ArrayHistory(history.userID, plays: [play])).failed > 0
    }
    .map(\.position)
  }
}
