/// What is asked about the quality of a history beside the analysis.
public struct QualityQuestion: Hashable, Sendable {
  /// The rules' settings.
  public var ruleSet: RuleSet
  /// The moment of the run, for rules that look at the clock.
  public var now: Instant

  public init(ruleSet: RuleSet, now: Instant) {
    self.ruleSet = ruleSet
    self.now = now
  }
}
