/// User ids have the form that the rule set names.
public struct UserIDValidity: UserRule {
  public let id = "validity_user_id"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.users
  public let requirement = "The user id has the expected form."
  public let standardSetting = RuleSetting(.warning, warning: .percent(1))

  public let pattern: UserIDPattern

  public init(_ pattern: UserIDPattern = .standard) {
    self.pattern = pattern
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    guard history.listenCount > 0 else { return tally }
    if pattern.matches(history.userID) {
      tally.pass()
    } else {
      tally.fail(at: history.position(0))
    }
    return tally
  }
}
