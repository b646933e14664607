import ListeningSessions

extension QualityDocument {
  /// How one rule came out, as an expectation's validation result.
  struct Result: Encodable {
    struct Configuration: Encodable {
      let type: String
      let kwargs: RuleArguments
      let meta: Meta
    }

    struct Meta: Encodable {
      let requirement: String
      let unit: String
      @Nullable var warningThreshold: Limit?
      @Nullable var errorThreshold: Limit?
    }

    /// One of both is null.
    struct Limit: Encodable {
      @Nullable var count: Int?
      @Nullable var percent: Double?

      init(_ threshold: Threshold) {
        switch threshold {
        case .count(let limit): (count, percent) = (limit, nil)
        case .percent(let limit): (count, percent) = (nil, limit)
        }
      }
    }

    struct ExceptionInfo: Encodable {
      let raisedException: Bool
      @Nullable var exceptionMessage: String?
    }

    /// Whether the rule passed; a warning is no success, as in other tools.
    let success: Bool
    /// The most that the rule can do to the run.
    let severity: String
    /// What it did.
    let level: String
    let dimension: String
    let ruleFingerprint: String
    let expectationConfig: Configuration
    let result: Figures
    let exceptionInfo: ExceptionInfo

    init(_ result: RuleResult, of ruleSet: RuleSet, _ counts: RowCounts, _ users: UserLabel) {
      let rule = result.rule
      success = result.status == .passed
      severity = result.setting.severity.rawValue
      level = result.status.rawValue
      dimension = rule.dimension.rawValue
      ruleFingerprint = RuleFingerprint.text(of: rule, in: ruleSet)
      expectationConfig = Configuration(
        type: rule.id, kwargs: RuleArguments(of: rule),
        meta: Meta(
          requirement: rule.requirement, unit: rule.unit.rawValue,
          warningThreshold: result.setting.warning.map(Limit.init),
          errorThreshold: result.setting.error.map(Limit.init)))
      self.result = Figures(result, counts, users)
      exceptionInfo = ExceptionInfo(
        raisedException: result.status == .error, exceptionMessage: result.problem)
    }
  }
}
