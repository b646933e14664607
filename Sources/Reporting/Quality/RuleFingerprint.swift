import ListeningSessions

/// Short names for "the same rule, asked the same" and "the same rule set".
///
/// Runs with equal fingerprints can be compared. A rule set that names no `asOf` has the same
/// fingerprint in every run, though the start of the run stands in for it.
enum RuleFingerprint {
  /// Of a rule with its setting and its bounds.
  static func text(of rule: any QualityRule, in ruleSet: RuleSet) -> String {
    var hash = FNV1a64()
    for field in fields(of: rule, in: ruleSet) { hash.combine(field: field) }
    return hash.hex
  }

  /// Of all rules, also those that are turned off, with parameters and score limits.
  static func text(of ruleSet: RuleSet) -> String {
    // The gap belongs to the question, not to the rule set: any will do.
    let rules = ruleSet.rules(gapSeconds: 0, now: Instant(secondsSinceEpoch: 0)).all
    var hash = FNV1a64()
    for rule in rules.sorted(by: { $0.id < $1.id }) {
      for field in fields(of: rule, in: ruleSet) { hash.combine(field: field) }
    }
    hash.combine(field: "\(ruleSet.score.passed)")
    hash.combine(field: "\(ruleSet.score.warning)")
    return hash.hex
  }

  /// Everything that can change what the rule finds or does.
  private static func fields(of rule: any QualityRule, in ruleSet: RuleSet) -> [String] {
    let setting = ruleSet.setting(of: rule)
    let arguments = RuleArguments(of: rule)
    let isStartOfRun = rule is AsOfTimeliness && ruleSet.parameters.asOf == nil
    return [
      rule.id, setting.severity.rawValue, "\(setting.isEnabled)",
      setting.warning?.description ?? "never", setting.error?.description ?? "never",
      arguments.minValue?.text ?? "", isStartOfRun ? "" : arguments.maxValue?.text ?? "",
      arguments.pattern ?? "", arguments.gapSeconds.map(String.init) ?? "",
    ]
  }
}
