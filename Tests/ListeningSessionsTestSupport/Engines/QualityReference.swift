public import ListeningSessions

/// The oracle of the rules: each evaluated by its own type, over rows that are all in memory.
///
/// Written to be seen to be right, not to be fast.
public struct QualityReference: Sendable {
  public let rows: [PlacedRow]
  public let rules: Rules
  public let ruleSet: RuleSet
  /// Every user with at least one listen.
  public let users: [ArrayHistory]

  /// Looks at the rows of some inputs.
  public init(_ rows: [PlacedRow], gap: SessionGap, question: QualityQuestion) {
    self.rows = rows
    ruleSet = question.ruleSet
    rules = question.ruleSet.rules(gapSeconds: gap.seconds, now: question.now)
    users = QualityReference.users(of: rows)
  }

  /// What each rule counts, by its name.
  public var tallies: [String: RuleTally] {
    Dictionary(uniqueKeysWithValues: rules.all.map { ($0.id, tally(of: $0)) })
  }

  /// Where a row stands.
  public func sample(at position: Int) -> RuleResult.Sample? {
    rows.first { $0.position == position }?.sample
  }

  /// Listens of each user.
  public var listensPerUser: [Int] { users.map(\.listenCount) }

  /// All listens in order.
  public var instants: [Instant] { users.flatMap(\.plays).map(\.listenedAt).sorted() }

  /// What a column holds, counted without a sketch.
  public func column(_ column: ListenColumn) -> ReferenceColumn {
    ReferenceColumn(rows.compactMap(\.readable).map { column.text(of: $0) })
  }

  private func tally(of rule: any QualityRule) -> RuleTally {
    switch rule {
    case let rule as any RowRule: rowTally(of: rule)
    case let rule as any UserRule: userTally(of: rule)
    case let rule as RowVolume: rule.tally(rows: rows.count)
    case let rule as UserVolume: rule.tally(users: users.count)
    case is MBIDNameConsistency: nameTally
    case is FieldCountValidity: rejectTally(.fieldCount, among: rows)
    default:
      rejectTally(.invalidUTF8, among: rows.filter { $0.verdict != .reject(.fieldCount) })
    }
  }

  private func rowTally(of rule: any RowRule) -> RuleTally {
    var tally = RuleTally()
    for row in rows.compactMap(\.readable) {
      guard let holds = rule.holds(for: row) else { continue }
      if holds { tally.pass() } else { tally.fail(at: row.position) }
    }
    return tally
  }

  private func userTally(of rule: some UserRule) -> RuleTally {
    users.reduce(into: RuleTally()) { $0.merge(rule.tally(of: $1)) }
  }

  private func rejectTally(_ reason: RejectReason, among rows: [PlacedRow]) -> RuleTally {
    rows.reduce(into: RuleTally()) { tally, row in
      if row.verdict == .reject(reason) { tally.fail(at: row.position) } else { tally.pass() }
    }
  }

  private var nameTally: RuleTally {
    rows.compactMap(\.readable)
      .reduce(into: MBIDNameConsistency.State()) { $0.observe($1) }.tally
  }

  private static func users(of rows: [PlacedRow]) -> [ArrayHistory] {
    var seen: Set<Listen.Identity> = []
    var plays: [Text: [ArrayHistory.Play]] = [:]
    var duplicates: [Text: [Int]] = [:]
    for row in rows {
      guard let listen = row.listen else { continue }
      if seen.insert(listen.identity).inserted {
        plays[listen.userID, default: []]
          .append(.init(listenedAt: listen.listenedAt, position: row.position))
      } else {
        duplicates[listen.userID, default: []].append(row.position)
      }
    }
    return plays.map { user, plays in
      ArrayHistory(user, plays: plays, duplicates: duplicates[user] ?? [])
    }
  }
}
