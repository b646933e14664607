import ListeningSessions
import RuleFiles
import Testing

struct RuleFileTests {
  @Test func everySettingIsRead() throws {
    let ruleSet = try RuleFile.parse(Example.full, path: "sidelong.yaml")
    #expect(ruleSet.score.passed == 97.5 && ruleSet.score.warning == 80)
    var parameters = RuleSet.Parameters()
    parameters.userIDPattern = UserIDPattern("user_######")
    parameters.earliest = Instant(secondsSinceEpoch: 1_044_057_600)
    parameters.asOf = Instant(secondsSinceEpoch: 1_388_527_200)
    parameters.listensPerDay = 500
    parameters.longestSession = 5400
    parameters.mostListensPerUser = 200_000
    parameters.leastRows = 10
    parameters.leastUsers = 0
    parameters.leastListensPerUser = 2
    #expect(ruleSet.parameters == parameters)
    #expect(
      ruleSet.settings == [
        "completeness_track_mbid": RuleSetting(
          .warning, warning: .percent(20), error: .count(1000)),
        "validity_utf8": RuleSetting(.error, warning: nil, error: .percent(0.5), isEnabled: false),
      ])
  }

  @Test(arguments: ["", "# nothing\n", "~", "rules:\nscore: {}\nparameters: ~\n"])
  func whatIsLeftOutIsStandard(text: String) throws {
    let ruleSet = try RuleFile.parse(text, path: "sidelong.yaml")
    #expect(ruleSet.settings == [:] && ruleSet.score == RuleSet.ScoreLimits())
    #expect(ruleSet.parameters == RuleSet.Parameters())
  }

  @Test func aRuleKeepsWhatIsNotSet() throws {
    let text = "rules: { completeness_track_mbid: { warning: 30% } }"
    let setting = try RuleFile.parse(text, path: "p").settings["completeness_track_mbid"]
    let standard = TrackMBIDCompleteness().standardSetting
    #expect(setting?.warning == .percent(30) && setting?.error == standard.error)
    #expect(setting?.severity == standard.severity && setting?.isEnabled == true)
  }

  @Test func everyRuleCanBeSet() throws {
    let rules = RuleSet().rules(gapSeconds: 1200, now: .latest).all.map(\.id)
    let text = "rules:\n" + rules.map { "  \($0): { enabled: false }\n" }.joined()
    let ruleSet = try RuleFile.parse(text, path: "p")
    #expect(rules.count > 20 && Set(ruleSet.settings.keys) == Set(rules))
    #expect(ruleSet.settings.values.allSatisfy { !$0.isEnabled })
  }

  @Test func anchorsWithinAnchorsDoNotGrowWithoutBounds() {
    var text = "a0: &a0 { x: 1, y: 2 }\n"
    for level in 1...60 {
      text += "a\(level): &a\(level) { x: *a\(level - 1), y: *a\(level - 1) }\n"
    }
    #expect(throws: AnalysisError.self) { try RuleFile.parse(text, path: "p") }
  }
}
