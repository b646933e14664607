import ListeningSessions

/// The rules of a run with their settings, for those who evaluate them.
struct QualityRules: Sendable {
  let rules: Rules
  let ruleSet: RuleSet
  let sampling: RowSampling

  init(_ question: QualityQuestion, gap: SessionGap, byteCount: Int) {
    sampling = RowSampling(byteCount: byteCount)
    rules = question.ruleSet.rules(gapSeconds: gap.seconds, now: question.now)
    ruleSet = question.ruleSet
  }

  /// Whether a finding of the rule makes its row one with errors.
  func isError(_ rule: any QualityRule) -> Bool {
    let setting = ruleSet.setting(of: rule)
    return setting.isEnabled && setting.severity == .error
  }
}
