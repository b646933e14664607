import ListeningSessions
import Testing

@testable import Reporting

struct RuleFingerprintTests {
  private static let changes: [@Sendable (inout RuleSet) -> Void] = [
    { $0.score.passed = 96 }, { $0.score.warning = 89 }, { $0.parameters.leastRows = 2 },
    { $0.parameters.leastUsers = 2 }, { $0.parameters.leastListensPerUser = 2 },
    { $0.parameters.userIDPattern = UserIDPattern("user_######") },
    { $0.parameters.earliest = Instant(secondsSinceEpoch: 0) },
    { $0.parameters.asOf = Instant(secondsSinceEpoch: 0) }, { $0.parameters.listensPerDay = 1 },
    { $0.parameters.longestSession = 1 }, { $0.parameters.mostListensPerUser = 1 },
    { $0.settings["validity_utf8"] = RuleSetting(.warning) },
    { $0.settings["validity_utf8"] = RuleSetting(.error) },
    { $0.settings["validity_utf8"] = RuleSetting(.error, warning: .count(1)) },
    { $0.settings["validity_utf8"] = RuleSetting(.error, warning: .percent(1)) },
    { $0.settings["validity_utf8"] = RuleSetting(.error, error: .count(1)) },
    { $0.settings["validity_utf8"] = RuleSetting(.error, isEnabled: false) },
  ]

  @Test func everyChangeOfTheRuleSetChangesItsFingerprint() {
    let fingerprints = Self.changes.map { change in
      var ruleSet = RuleSet()
      change(&ruleSet)
      return RuleFingerprint.text(of: ruleSet)
    }
    let all = Set(fingerprints + [RuleFingerprint.text(of: RuleSet())])
    #expect(all.count == Self.changes.count + 1)
  }

  @Test func equalRuleSetsHaveTheSameFingerprintWhateverTheOrderOfTheirSettings() {
    var one = RuleSet()
    var other = RuleSet()
    let ids = SampleQuality.rules().all.map(\.id)
    for id in ids { one.settings[id] = RuleSetting(.info) }
    for id in ids.reversed() { other.settings[id] = RuleSetting(.info) }
    #expect(RuleFingerprint.text(of: one) == RuleFingerprint.text(of: other))
  }

  @Test func namingTheStandardSettingChangesNothing() {
    var ruleSet = RuleSet()
    for rule in SampleQuality.rules().all { ruleSet.settings[rule.id] = rule.standardSetting }
    #expect(RuleFingerprint.text(of: ruleSet) == RuleFingerprint.text(of: RuleSet()))
  }

  @Test func everyRuleHasItsOwn() {
    let rules = SampleQuality.rules().all
    #expect(Set(rules.map { RuleFingerprint.text(of: $0, in: RuleSet()) }).count == rules.count)
  }

  @Test func theStartOfTheRunDoesNotChangeARule() {
    let later = Instant(secondsSinceEpoch: 2_000_000_000)
    let rules = RuleSet().rules(gapSeconds: 1200, now: later).all
    for (rule, same) in zip(rules, SampleQuality.rules().all) {
      #expect(
        RuleFingerprint.text(of: rule, in: RuleSet())
          == RuleFingerprint.text(of: same, in: RuleSet()))
    }
  }

  @Test func theMomentThatTheRuleSetNamesDoes() throws {
    let texts = try [1, 2].map { (seconds: UInt32) in
      var ruleSet = RuleSet()
      ruleSet.parameters.asOf = Instant(secondsSinceEpoch: seconds)
      let rule = try #require(
        SampleQuality.rules(ruleSet).all.first { $0 is AsOfTimeliness })
      return RuleFingerprint.text(of: rule, in: ruleSet)
    }
    #expect(texts[0] != texts[1])
  }
}
