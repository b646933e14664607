import ListeningSessions

/// A run with a made-up report.
enum SampleRun {
  static let identity = RunIdentity(
    id: "0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10",
    startedAt: Instant(secondsSinceEpoch: 1_700_000_000), version: "9.8.7")
  static let end = Instant(secondsSinceEpoch: 1_700_000_060)
  /// A user id that must not leave the program.
  static let user = Text("user_000999")

  static func counts() -> RowCounts {
    var counts = RowCounts()
    counts.rows = 1000
    counts.duplicates = 5
    counts.rejected[.invalidTimestamp] = 20
    counts.users = 3
    counts.sessions = 40
    return counts
  }

  /// A report on two users' listens.
  ///
  /// - Parameters:
  ///   - inputs: paths.
  ///   - tallies: by rule; every other rule has ten units that passed. Nil: quality not asked for.
  ///   - failures: rules that could not be evaluated, with the reason.
  /// - Returns: the report.
  static func report(
    inputs: [String] = ["in/listens.tsv"], tallies: [String: RuleTally]? = [:],
    failures: [String: String] = [:]
  ) -> AnalysisReport {
    AnalysisReport(
      settings: AnalysisSettings(),
      inputs: inputs.map { InputSummary(path: $0, byteCount: 4321) }, counts: counts(),
      sessions: [], names: NameTable(), quality: tallies.map { quality($0, failures) },
      execution: Execution(engine: "native", threads: 2, stages: [], peakMemoryBytes: nil))
  }

  private static func quality(
    _ tallies: [String: RuleTally], _ failures: [String: String]
  ) -> QualityReport {
    let ruleSet = RuleSet()
    let rules = ruleSet.rules(gapSeconds: 1200, now: end)
    var all = Dictionary(
      uniqueKeysWithValues: rules.all.map { ($0.id, RuleTally(units: 10, failed: 0)) })
    all.merge(tallies) { $1 }
    let findings = QualityFindings(
      tallies: all, failures: failures, rowsWithErrors: tallies.isEmpty ? 0 : 20, profile: profile)
    return QualityReport(findings, rules: rules, ruleSet: ruleSet, rows: 1000) { position in
      RuleResult.Sample(
        inputPath: "in/listens.tsv", lineNumber: 1, byteOffset: position, userID: user)
    }
  }

  private static var profile: HistoryProfile {
    let columns = ListenColumn.allCases.map { column in
      ColumnProfile(
        column: column, rows: 980, blank: column == .trackMBID ? 100 : 0, distinct: 7,
        isDistinctExact: true, lengths: LengthSummary(),
        topValues: [.init(text: user, count: 3)], undercount: 0)
    }
    return HistoryProfile(
      columns: columns,
      timeRange: Instant(
        secondsSinceEpoch: 1_108_336_862)...Instant(secondsSinceEpoch: 1_380_479_524))
  }
}
