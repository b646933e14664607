/// The verdict on a history: every rule's result, the scores, and what the columns hold.
public struct QualityReport: Sendable {
  public let ruleSet: RuleSet
  /// One for each enabled rule, those without findings too.
  public let results: [RuleResult]
  /// One for each dimension.
  public let dimensions: [DimensionScore]
  public let rows: Int
  /// Rows with a finding of a rule whose severity is error.
  public let rowsWithErrors: Int
  /// The worst of all rules and of the overall score.
  public let status: QualityStatus
  public let profile: HistoryProfile

  /// Judges what was found.
  ///
  /// - Parameters:
  ///   - findings: the tallies; a rule without one and without a reason is an error.
  ///   - rules: the rules of the run.
  ///   - ruleSet: their settings.
  ///   - rows: rows of the history.
  ///   - sample: makes a sample of the position of a row.
  public init(
    _ findings: QualityFindings, rules: Rules, ruleSet: RuleSet, rows: Int,
    sample: (Int) throws -> RuleResult.Sample
  ) rethrows {
    results = try rules.all.filter { ruleSet.setting(of: $0).isEnabled }.map { rule in
      let setting = ruleSet.setting(of: rule)
      guard let tally = findings.tallies[rule.id], findings.failures[rule.id] == nil else {
        return RuleResult(
          rule: rule, setting: setting, units: 0, failed: 0, status: .error,
          problem: findings.failures[rule.id] ?? "the engine did not evaluate it", samples: [])
      }
      return RuleResult(
        rule: rule, setting: setting, units: tally.units, failed: tally.failed,
        status: setting.status(failed: tally.failed, of: tally.units), problem: nil,
        samples: try tally.samples.map(sample))
    }
    dimensions = QualityDimension.allCases.map { [results] in DimensionScore($0, of: results) }
    self.ruleSet = ruleSet
    self.rows = rows
    rowsWithErrors = findings.rowsWithErrors
    profile = findings.profile
    let score = QualityReport.score(rows: rows, rowsWithErrors: rowsWithErrors)
    let worst = results.map(\.status).max() ?? .passed
    status = max(worst, ruleSet.score.status(of: score))
  }

  /// Share of the rows without a finding of severity error, 0 to 100.
  public var score: Double { QualityReport.score(rows: rows, rowsWithErrors: rowsWithErrors) }

  /// Why the run did not pass, one sentence for each reason.
  public var reasons: [String] {
    let scoreStatus = ruleSet.score.status(of: score)
    let scoreReason =
      scoreStatus == .passed
      ? []
      : ["\(rowsWithErrors) of \(rows) rows have errors: the score is below \(limit(scoreStatus))"]
    return scoreReason
      + results.filter { $0.status > .passed }.map { result in
        result.problem.map { "\(result.rule.id) could not be evaluated: \($0)" }
          ?? "\(result.rule.id): \(result.failed) of \(result.units) \(result.rule.unit.rawValue)"
      }
  }

  private func limit(_ status: QualityStatus) -> Double {
    status == .warning ? ruleSet.score.passed : ruleSet.score.warning
  }

  private static func score(rows: Int, rowsWithErrors: Int) -> Double {
    rows == 0 ? 100 : Double(rows - rowsWithErrors) * 100 / Double(rows)
  }
}
