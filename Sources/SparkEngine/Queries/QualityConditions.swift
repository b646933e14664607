import ListeningSessions

/// The rules about rows and listens as conditions in SQL.
struct QualityConditions {
  /// A rule about single listens: how a row of `ListensInOrder` fails it, and where that stands.
  struct ListenRule {
    let id: String
    /// In names of columns.
    let name: String
    let condition: String
    var position = "pos"
  }

  let rules: Rules
  let ruleSet: RuleSet

  /// The first row of a second that is not the user's first.
  static let opensLaterSecond = "earlier_at IS NOT NULL AND earlier_at <> at"

  /// Rules whose units are listens, and the one about duplicates.
  var listenRules: [ListenRule] {
    [
      ListenRule(id: DuplicateUniqueness().id, name: "duplicate", condition: "duplicate"),
      ListenRule(
        id: SameSecondUniqueness().id, name: "same_second",
        condition: "NOT duplicate AND second_count > 1"),
      ListenRule(
        id: NewestFirstConsistency().id, name: "newest_first",
        condition: "\(Self.opensLaterSecond) AND second_first > earlier_last",
        position: "second_first"),
      ListenRule(
        id: EarliestTimeliness().id, name: "earliest",
        condition: "NOT duplicate AND at < \(earliest)"),
      ListenRule(
        id: rules.asOf.id, name: "as_of",
        condition: "NOT duplicate AND at > \(rules.asOf.asOf.secondsSinceEpoch)"),
    ]
  }

  /// The first moment that is plausible.
  private var earliest: UInt32 { ruleSet.parameters.earliest.secondsSinceEpoch }

  /// Whether a finding of a rule makes its row one with errors.
  func isError(_ id: String) -> Bool {
    guard let rule = rules.all.first(where: { $0.id == id }) else { return false }
    let setting = ruleSet.setting(of: rule)
    return setting.isEnabled && setting.severity == .error
  }

  /// How rows fail the rules about rows; each rule judges readable rows only.
  static let rowRules: [(rule: any RowRule, condition: String)] = [
    (UserIDCompleteness(), SQL.isBlank("user")),
    (TimestampCompleteness(), timeIsBlank),
    (TimestampValidity(), "at IS NULL AND NOT \(timeIsBlank)"),
    (ArtistNameCompleteness(), SQL.isBlank("artist")),
    (TrackNameCompleteness(), SQL.isBlank("track")),
    (ArtistMBIDCompleteness(), SQL.isBlank("artist_mbid")),
    (TrackMBIDCompleteness(), SQL.isBlank("track_mbid")),
    (MBIDValidity(), "(\(isOddMBID("artist_mbid")) OR \(isOddMBID("track_mbid")))"),
    (
      ControlCharacterValidity(),
      "(\(SQL.holdsControl("artist")) OR \(SQL.holdsControl("track")))"
    ),
    (
      MBIDPairConsistency(),
      "(NOT \(SQL.isBlank("track_mbid")) AND \(SQL.isBlank("artist_mbid")))"
    ),
  ]

  /// A time that is not in the usual form is kept as text; the others are not blank.
  static let timeIsBlank = "(time IS NOT NULL AND \(SQL.isBlank("time")))"

  private static func isOddMBID(_ column: String) -> String {
    "(NOT \(SQL.isBlank(column)) AND NOT (\(SQL.isUUID(column))))"
  }

  /// Rules that a song with its MBIDs decides, whatever the user and the time.
  static var songRules: [(rule: any RowRule, condition: String)] {
    rowRules.filter {
      ![UserIDCompleteness().id, TimestampCompleteness().id, TimestampValidity().id].contains(
        $0.rule.id)
    }
  }

  /// Rules that only rejects fail.
  private static let rejectRules: Set<String> = [
    UserIDCompleteness().id, TimestampCompleteness().id, TimestampValidity().id,
    ArtistNameCompleteness().id, TrackNameCompleteness().id,
  ]

  /// Whether a reject has a finding of severity error.
  var rejectError: String {
    let row = Self.rowRules.filter { isError($0.rule.id) }.map { "(readable AND \($0.condition))" }
    let others =
      (isError(FieldCountValidity().id) ? ["reason = 1"] : [])
      + (isError(UTF8Validity().id) ? ["reason = 2"] : [])
    return Self.anyOf(row + others)
  }

  /// Whether a row that is no reject has such a finding of a rule about rows.
  private var rowError: String {
    Self.anyOf(
      Self.rowRules.filter { isError($0.rule.id) && !Self.rejectRules.contains($0.rule.id) }
        .map(\.condition))
  }

  /// Whether a row of `listens` has a finding of severity error.
  var listenError: String {
    let found = listenRules.filter { isError($0.id) }.map { rule in
      rule.id == NewestFirstConsistency().id
        ? "(NOT duplicate AND pos = second_first AND second_first > second_earlier_last)"
        : "(\(rule.condition))"
    }
    return Self.anyOf((rowError == "false" ? [] : ["row_error"]) + found)
  }

  /// The listens in order with what `listenRules` and `listenError` ask for.
  ///
  /// - Parameters:
  ///   - gapSeconds: cuts the sessions.
  ///   - condition: which rows take part.
  /// - Returns: the relation.
  func listens(gapSeconds: Int, condition: String? = nil) -> ListensInOrder {
    ListensInOrder(
      gapSeconds: gapSeconds, hasQuality: true,
      carried: rowError == "false" ? [] : ["\(rowError) AS row_error"], condition: condition,
      needsEarlierOfSecond: isError(NewestFirstConsistency().id))
  }

  private static func anyOf(_ conditions: [String]) -> String {
    conditions.isEmpty ? "false" : "(\(conditions.joined(separator: " OR ")))"
  }
}
