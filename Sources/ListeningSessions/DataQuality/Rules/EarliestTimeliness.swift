/// Nothing was listened to before there was anything to record it.
public struct EarliestTimeliness: UserRule {
  public let id = "timeliness_earliest"
  public let dimension = QualityDimension.timeliness
  public let unit = QualityUnit.listens
  public let requirement = "The listen is not from before the first scrobbles (2002-01-01)."
  public let standardSetting = RuleSetting(.warning, warning: .percent(0.1))

  /// 2002-01-01T00:00:00Z, the year in which Audioscrobbler began.
  public static let standardEarliest = Instant(secondsSinceEpoch: 1_009_843_200)

  public let earliest: Instant

  public init(_ earliest: Instant = standardEarliest) {
    self.earliest = earliest
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    // Listens are in order: those before the limit come first.
    var listen = 0
    while listen < history.listenCount, history.listenedAt(listen) < earliest {
      tally.fail(at: history.position(listen))
      listen += 1
    }
    tally.pass(history.listenCount - listen)
    return tally
  }
}
