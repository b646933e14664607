public import ListeningSessions

/// Where a report on quality and the reference differ, in words.
public struct QualityDifferences {
  private let reference: QualityReference
  /// One sentence for each difference.
  public private(set) var all: [String] = []

  /// Compares the rules' counts and samples, and the rows with errors.
  public init(of report: QualityReport, from reference: QualityReference) {
    self.reference = reference
    let enabled = reference.rules.all.filter { reference.ruleSet.setting(of: $0).isEnabled }
    expect("rules", report.results.map(\.rule.id), enabled.map(\.id))
    expect("rows with errors", report.rowsWithErrors, reference.rowsWithErrors)
    let tallies = reference.tallies
    for result in report.results { compare(result, with: tallies[result.rule.id] ?? RuleTally()) }
  }

  private mutating func compare(_ result: RuleResult, with tally: RuleTally) {
    let id = result.rule.id
    expect("\(id): problem", result.problem, nil)
    expect("\(id): units", result.units, tally.units)
    expect("\(id): failed", result.failed, tally.failed)
    expect("\(id): samples", result.samples, tally.samples.compactMap { reference.sample(at: $0) })
  }

  private mutating func expect<Value: Equatable>(
    _ name: String, _ value: Value, _ expected: Value
  ) {
    if value != expected { all.append("\(name) \(value), expected \(expected)") }
  }
}
