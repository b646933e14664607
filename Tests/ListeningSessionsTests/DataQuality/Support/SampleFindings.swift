import ListeningSessions

/// Findings on a history of 1000 rows, in which every rule passes until a test changes that.
struct SampleFindings {
  static let rules = RuleSet().rules(gapSeconds: 1200, now: .latest)

  var ruleSet = RuleSet()
  var found: QualityFindings
  var rows = 1000

  init() {
    let tallies = Self.rules.all.map { ($0.id, RuleTally(units: 1000, failed: 0)) }
    found = QualityFindings(
      tallies: Dictionary(uniqueKeysWithValues: tallies), rowsWithErrors: 0,
      profile: HistoryProfile())
  }

  /// The report; the sample of a position has that line number.
  func report() -> QualityReport {
    QualityReport(found, rules: Self.rules, ruleSet: ruleSet, rows: rows) { position in
      RuleResult.Sample(inputPath: "in.tsv", lineNumber: position, byteOffset: 0, userID: "u")
    }
  }
}
