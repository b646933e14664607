import ListeningSessions
import Testing

@testable import SparkEngine

struct QualityConditionsTests {
  private func conditions(_ change: (inout RuleSet) -> Void = { _ in }) -> QualityConditions {
    var ruleSet = RuleSet()
    change(&ruleSet)
    return QualityConditions(
      rules: ruleSet.rules(gapSeconds: 1200, now: .latest), ruleSet: ruleSet)
  }

  @Test func everyRuleAboutRowsHasACondition() {
    let ids = Set(QualityConditions.rowRules.map(\.rule.id))
    #expect(ids == Set(conditions().rules.rowRules.map(\.id)))
  }

  @Test func everyRuleAboutListensHasACondition() {
    let listens = conditions().rules.all.filter { $0.unit == .listens }.map(\.id)
    #expect(
      Set(conditions().listenRules.map(\.id)) == Set(listens + [DuplicateUniqueness().id]))
  }

  @Test func byStandardOnlyDuplicatesAreErrorsAmongWhatIsNoReject() {
    #expect(conditions().listenError == "((duplicate))")
  }

  @Test func rulesThatAreTurnedOffMakeNoErrors() {
    let off = conditions { ruleSet in
      for rule in ruleSet.rules(gapSeconds: 1200, now: .latest).all {
        ruleSet.settings[rule.id] = RuleSetting(.error, isEnabled: false)
      }
    }
    #expect(off.listenError == "false")
    #expect(off.rejectError == "false")
  }

  @Test func missingMBIDsAreErrorsOfListensIfTheRuleSaysSo() {
    let strict = conditions { $0.settings[TrackMBIDCompleteness().id] = RuleSetting(.error) }
    #expect(strict.listenError.contains("row_error"))
    #expect(strict.listens(gapSeconds: 1).sql.contains("AS row_error"))
  }
}
