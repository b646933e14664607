import ListeningSessions
import Testing

struct RuleSetTests {
  @Test func aRuleHasItsStandardSettingUntilAnotherIsGiven() {
    var ruleSet = RuleSet()
    let rule = MBIDValidity()
    #expect(ruleSet.setting(of: rule) == rule.standardSetting)
    ruleSet.settings["validity_mbid"] = RuleSetting(.error, warning: .count(1))
    #expect(ruleSet.setting(of: rule) == RuleSetting(.error, warning: .count(1)))
    #expect(ruleSet.setting(of: TimestampValidity()) == TimestampValidity().standardSetting)
  }

  @Test(arguments: [
    (100.0, QualityStatus.passed), (95, .passed), (94.999, .warning), (90, .warning),
    (89.999, .failed), (0, .failed),
  ])
  func theScoreLimitsAreReachedByThemselves(score: Double, status: QualityStatus) {
    #expect(RuleSet().score.status(of: score) == status)
  }

  @Test func theRunsStartStandsInForTheMomentThatIsNotGiven() throws {
    var ruleSet = RuleSet()
    let now = Instant(secondsSinceEpoch: 77)
    #expect(try asOf(of: ruleSet, now: now) == now)
    ruleSet.parameters.asOf = Instant(secondsSinceEpoch: 5)
    #expect(try asOf(of: ruleSet, now: now) == Instant(secondsSinceEpoch: 5))
  }

  @Test func theParametersReachTheirRules() throws {
    var ruleSet = RuleSet()
    ruleSet.parameters.userIDPattern = UserIDPattern("x*")
    ruleSet.parameters.earliest = Instant(secondsSinceEpoch: 3)
    ruleSet.parameters.listensPerDay = 4
    ruleSet.parameters.longestSession = 5
    ruleSet.parameters.mostListensPerUser = 6
    ruleSet.parameters.leastRows = 7
    ruleSet.parameters.leastUsers = 8
    ruleSet.parameters.leastListensPerUser = 9
    let rules = ruleSet.rules(gapSeconds: 10, now: .latest)
    #expect(try rule(UserIDValidity.self, in: rules).pattern == UserIDPattern("x*"))
    #expect(try rule(EarliestTimeliness.self, in: rules).earliest.secondsSinceEpoch == 3)
    #expect(try rule(DayLengthTimeliness.self, in: rules).listensPerDay == 4)
    #expect(try rule(SessionLengthTimeliness.self, in: rules).longest == 5)
    #expect(try rule(SessionLengthTimeliness.self, in: rules).gapSeconds == 10)
    #expect(try rule(UserActivityTimeliness.self, in: rules).mostListens == 6)
    #expect(try rule(RowVolume.self, in: rules).least == 7)
    #expect(try rule(UserVolume.self, in: rules).least == 8)
    #expect(try rule(UserListensVolume.self, in: rules).least == 9)
  }

  private func asOf(of ruleSet: RuleSet, now: Instant) throws -> Instant {
    try rule(AsOfTimeliness.self, in: ruleSet.rules(gapSeconds: 1, now: now)).asOf
  }

  private func rule<Rule: QualityRule>(_ type: Rule.Type, in rules: Rules) throws -> Rule {
    try #require(rules.all.compactMap { $0 as? Rule }.first)
  }
}
