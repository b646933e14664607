/// Users have enough listens to say something about them.
public struct UserListensVolume: UserRule {
  public let id = "volume_listens_per_user"
  public let dimension = QualityDimension.volume
  public let unit = QualityUnit.users
  public let requirement = "A user has at least as many listens as asked for."
  public let standardSetting = RuleSetting(.warning, warning: .percent(50))

  public let least: Int

  public init(least: Int = 1) {
    self.least = least
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    guard history.listenCount > 0 else { return tally }
    if history.listenCount >= least {
      tally.pass()
    } else {
      tally.fail(at: history.position(0))
    }
    return tally
  }
}
