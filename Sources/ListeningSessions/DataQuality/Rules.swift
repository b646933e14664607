/// All rules, ready for a run.
///
/// An explicit list: a rule is added here and in its file, and nowhere else in the domain. The
/// rules about users are kept by type, so that an engine's loops are compiled for each.
public struct Rules: Sendable {
  public let fieldCount = FieldCountValidity()
  public let utf8 = UTF8Validity()
  public let mbidNames = MBIDNameConsistency()
  public let rowVolume: RowVolume
  public let userVolume: UserVolume
  /// Rules that judge a readable row by itself.
  public let rowRules: [any RowRule] = [
    UserIDCompleteness(), TimestampCompleteness(), ArtistNameCompleteness(),
    TrackNameCompleteness(), ArtistMBIDCompleteness(), TrackMBIDCompleteness(),
    TimestampValidity(), MBIDValidity(), ControlCharacterValidity(), MBIDPairConsistency(),
  ]
  @usableFromInline let userID: UserIDValidity
  @usableFromInline let duplicates = DuplicateUniqueness()
  @usableFromInline let sameSecond = SameSecondUniqueness()
  @usableFromInline let newestFirst = NewestFirstConsistency()
  @usableFromInline let earliest: EarliestTimeliness
  public let asOf: AsOfTimeliness
  @usableFromInline let dayLength: DayLengthTimeliness
  public let sessionLength: SessionLengthTimeliness
  @usableFromInline let userActivity: UserActivityTimeliness
  @usableFromInline let userListens: UserListensVolume

  init(parameters: RuleSet.Parameters, gapSeconds: Int, now: Instant) {
    rowVolume = RowVolume(least: parameters.leastRows)
    userVolume = UserVolume(least: parameters.leastUsers)
    userID = UserIDValidity(parameters.userIDPattern)
    earliest = EarliestTimeliness(parameters.earliest)
    asOf = AsOfTimeliness(parameters.asOf ?? now)
    dayLength = DayLengthTimeliness(listensPerDay: parameters.listensPerDay)
    sessionLength = SessionLengthTimeliness(
      gapSeconds: gapSeconds, longest: parameters.longestSession)
    userActivity = UserActivityTimeliness(mostListens: parameters.mostListensPerUser)
    userListens = UserListensVolume(least: parameters.leastListensPerUser)
  }

  /// Every rule, by dimension.
  public var all: [any QualityRule] {
    let userRules: [any QualityRule] = [
      userID, duplicates, sameSecond, newestFirst, earliest, asOf, dayLength, sessionLength,
      userActivity, userListens,
    ]
    let unsorted = rowRules + [fieldCount, utf8] + userRules + [mbidNames, rowVolume, userVolume]
    return QualityDimension.allCases.flatMap { dimension in
      unsorted.filter { $0.dimension == dimension }
    }
  }

  /// Adds one user's tallies to those of the rules about users.
  @inlinable
  public func tally(_ history: some UserHistory, into tallies: inout [String: RuleTally]) {
    add(userID, history, &tallies)
    add(duplicates, history, &tallies)
    add(sameSecond, history, &tallies)
    add(newestFirst, history, &tallies)
    add(earliest, history, &tallies)
    add(asOf, history, &tallies)
    add(dayLength, history, &tallies)
    add(sessionLength, history, &tallies)
    add(userActivity, history, &tallies)
    add(userListens, history, &tallies)
  }

  /// Names of the rules about users.
  public var userRuleIDs: [String] {
    [
      userID.id, duplicates.id, sameSecond.id, newestFirst.id, earliest.id, asOf.id, dayLength.id,
      sessionLength.id, userActivity.id, userListens.id,
    ]
  }

  /// Whether a listen fails one of the rules about listens that are named.
  public func fails(_ ids: [String], _ listen: Int, in history: some UserHistory) -> Bool {
    ids.contains { id in
      switch id {
      case sameSecond.id: sameSecond.holds(for: listen, in: history) == false
      case newestFirst.id: newestFirst.holds(for: listen, in: history) == false
      case earliest.id: history.listenedAt(listen) < earliest.earliest
      case asOf.id: history.listenedAt(listen) > asOf.asOf
      default: false
      }
    }
  }

  @inlinable
  func add(
    _ rule: some UserRule, _ history: some UserHistory, _ tallies: inout [String: RuleTally]
  ) {
    tallies[rule.id, default: RuleTally()].merge(rule.tally(of: history))
  }
}
