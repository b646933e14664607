import ListeningSessions

/// What a rule was asked: the columns that it looks at, and its bounds.
struct RuleArguments: Encodable, Sendable {
  /// The column, if it is one.
  @Nullable var column: String?
  /// Every column that the rule looks at; empty for rules about the history as a whole.
  var columnList: [String]
  @Nullable var minValue: Bound?
  @Nullable var maxValue: Bound?
  @Nullable var pattern: String?
  @Nullable var gapSeconds: Int?

  /// A bound of a count, or of time.
  enum Bound: Encodable, Sendable {
    case count(Int)
    case instant(Instant)

    var text: String {
      switch self {
      case .count(let count): String(count)
      case .instant(let instant): instant.description
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .count(let count): try container.encode(count)
      case .instant(let instant): try container.encode(instant.description)
      }
    }
  }

  private init(columns: [ListenColumn], min: Bound? = nil, max: Bound? = nil) {
    column = columns.count == 1 ? columns[0].rawValue : nil
    columnList = columns.map(\.rawValue)
    minValue = min
    maxValue = max
    pattern = nil
    gapSeconds = nil
  }

  init(of rule: any QualityRule) {
    switch rule {
    case let rule as UserIDValidity:
      self.init(columns: [.userID])
      pattern = rule.pattern.text
    case let rule as EarliestTimeliness:
      self.init(columns: [.timestamp], min: .instant(rule.earliest))
    case let rule as AsOfTimeliness:
      self.init(columns: [.timestamp], max: .instant(rule.asOf))
    case let rule as DayLengthTimeliness:
      self.init(columns: [.userID, .timestamp], max: .count(rule.listensPerDay))
    case let rule as SessionLengthTimeliness:
      self.init(columns: [.userID, .timestamp], max: .count(rule.longest))
      gapSeconds = rule.gapSeconds
    case let rule as UserActivityTimeliness:
      self.init(columns: [.userID], max: .count(rule.mostListens))
    case let rule as RowVolume: self.init(columns: [], min: .count(rule.least))
    case let rule as UserVolume: self.init(columns: [.userID], min: .count(rule.least))
    case let rule as UserListensVolume: self.init(columns: [.userID], min: .count(rule.least))
    default: self.init(columns: RuleArguments.columns(of: rule))
    }
  }

  /// Columns of the rules that take no values.
  private static func columns(of rule: any QualityRule) -> [ListenColumn] {
    switch rule {
    case is UserIDCompleteness: [.userID]
    case is TimestampCompleteness, is TimestampValidity: [.timestamp]
    case is ArtistNameCompleteness: [.artistName]
    case is TrackNameCompleteness: [.trackName]
    case is ArtistMBIDCompleteness: [.artistMBID]
    case is TrackMBIDCompleteness: [.trackMBID]
    case is MBIDValidity, is MBIDPairConsistency: [.artistMBID, .trackMBID]
    case is ControlCharacterValidity: [.artistName, .trackName]
    case is DuplicateUniqueness: [.userID, .timestamp, .artistName, .trackName]
    case is SameSecondUniqueness, is NewestFirstConsistency: [.userID, .timestamp]
    case is MBIDNameConsistency: [.artistMBID, .artistName, .trackMBID, .trackName]
    case is FieldCountValidity, is UTF8Validity: ListenColumn.allCases
    default: []
    }
  }
}
