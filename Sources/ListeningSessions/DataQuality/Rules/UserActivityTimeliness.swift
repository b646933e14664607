/// A user is a person; 13 of the 992 of Last.fm-1K have over 100,000 listens.
public struct UserActivityTimeliness: UserRule {
  public let id = "timeliness_user_activity"
  public let dimension = QualityDimension.timeliness
  public let unit = QualityUnit.users
  public let requirement = "A user has at most 100,000 listens."
  public let standardSetting = RuleSetting(.warning, warning: .percent(5))

  public let mostListens: Int

  public init(mostListens: Int = 100_000) {
    self.mostListens = mostListens
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    guard history.listenCount > 0 else { return tally }
    if history.listenCount <= mostListens {
      tally.pass()
    } else {
      tally.fail(at: history.position(0))
    }
    return tally
  }
}
