/// Nothing was listened to in the future.
public struct AsOfTimeliness: UserRule {
  public let id = "timeliness_as_of"
  public let dimension = QualityDimension.timeliness
  public let unit = QualityUnit.listens
  public let requirement = "The listen is not later than the moment of the analysis (--as-of)."
  public let standardSetting = RuleSetting(.warning, warning: .percent(0.1))

  public let asOf: Instant

  public init(_ asOf: Instant) {
    self.asOf = asOf
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    // Listens are in order: those after the limit come last.
    var listen = history.listenCount
    while listen > 0, history.listenedAt(listen - 1) > asOf {
      listen -= 1
      tally.fail(at: history.position(listen))
    }
    tally.pass(listen)
    return tally
  }
}
