/// A rule about the quality of a history: what it counts, and what a finding means.
public protocol QualityRule: Sendable {
  /// Name in rule sets and reports; begins with the dimension.
  var id: String { get }
  var dimension: QualityDimension { get }
  /// What is counted.
  var unit: QualityUnit { get }
  /// What holds for a unit that passes, in one sentence.
  var requirement: String { get }
  var standardSetting: RuleSetting { get }
}

/// What a rule counts.
public enum QualityUnit: String, Sendable {
  case rows, listens, users, sessions, mbids, days, histories
}

/// A rule that judges each row by itself.
public protocol RowRule: QualityRule {
  /// Whether the row passes; nil when the rule has nothing to say about it.
  func holds(for row: ReadableRow) -> Bool?
}

/// A rule that judges what one user listened to.
public protocol UserRule: QualityRule {
  /// Counts one user's units.
  func tally(of history: some UserHistory) -> RuleTally
}
