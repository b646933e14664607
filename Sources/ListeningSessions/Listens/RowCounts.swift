/// How many rows a history has and what became of them.
///
/// `rows == listens + duplicates + rejects`, always.
public struct RowCounts: Hashable, Codable, Sendable {
  /// Lines that are neither blank nor a header.
  public var rows = 0
  /// Empty lines; they are no rows.
  public var blankLines = 0
  /// Rows equal to an earlier one in user, instant, artist name and track name.
  public var duplicates = 0
  /// Rejected rows by reason; every reason is present.
  public var rejected = Dictionary(uniqueKeysWithValues: RejectReason.allCases.map { ($0, 0) })
  /// Distinct users with at least one listen.
  public var users = 0
  /// Sessions of all users.
  public var sessions = 0

  public init() {}

  /// Rejected rows of all reasons.
  public var rejects: Int { rejected.values.reduce(0, +) }

  /// Rows that were analysed.
  public var listens: Int { rows - duplicates - rejects }
}
