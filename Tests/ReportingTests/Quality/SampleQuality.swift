import ListeningSessions

/// Reports with a verdict: every kind of outcome, and everything that a format may stumble over.
enum SampleQuality {
  static let run = RunIdentity(
    id: "0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10",
    startedAt: Instant(secondsSinceEpoch: 1_139_766_571), version: "9.8.7")

  /// Rules that passed, warned, failed and could not be evaluated, in one run.
  static func mixed() -> AnalysisReport {
    var tallies = clean()
    tallies["completeness_track_mbid"] = RuleTally(units: 1000, failed: 300)
    tallies["completeness_track_mbid"]?.sample(5)
    tallies["validity_timestamp"] = RuleTally(units: 1200, failed: 100)
    tallies["consistency_newest_first"] = RuleTally(units: 1000, failed: 999)
    for position in [5, 7, 5] { tallies["validity_user_id"]?.fail(at: position) }
    tallies["volume_users"] = RuleTally(units: 0, failed: 0)
    return report(
      QualityFindings(
        tallies: tallies, failures: ["consistency_mbid_names": "no memory <left> \u{1B}[31m"],
        rowsWithErrors: 7, profile: SampleProfile.make()))
  }

  /// A run that found nothing, with so many rows of 1,234,567 that have errors.
  static func passed(
    rowsWithErrors: Int = 0, ruleSet: RuleSet = RuleSet(),
    sessions: [SessionListens]? = nil
  ) -> AnalysisReport {
    report(
      QualityFindings(
        tallies: clean(), rowsWithErrors: rowsWithErrors, profile: HistoryProfile()),
      ruleSet: ruleSet, sessions: sessions)
  }

  /// The verdict of a report that has one.
  static func quality(of report: AnalysisReport) throws -> QualityReport {
    struct NoVerdict: Error {}
    guard let quality = report.quality else { throw NoVerdict() }
    return quality
  }

  static func rules(_ ruleSet: RuleSet = RuleSet()) -> Rules {
    ruleSet.rules(gapSeconds: 1200, now: run.startedAt)
  }

  private static func clean() -> [String: RuleTally] {
    Dictionary(
      uniqueKeysWithValues: rules().all.map { ($0.id, RuleTally(units: 1000, failed: 0)) })
  }

  private static func report(
    _ findings: QualityFindings, ruleSet: RuleSet = RuleSet(), sessions: [SessionListens]? = nil
  ) -> AnalysisReport {
    let base = SampleReport.make()
    var names = NameEncoder()
    let sessions = sessions ?? [session(&names)]
    let quality = QualityReport(
      findings, rules: rules(ruleSet), ruleSet: ruleSet, rows: base.counts.rows
    ) { position in
      RuleResult.Sample(
        inputPath: "a <b> & \"c\".tsv", lineNumber: position + 1, byteOffset: position * 10,
        userID: position == 7 ? "" : "user_000005")
    }
    return AnalysisReport(
      settings: base.settings, inputs: base.inputs, counts: base.counts, sessions: sessions,
      names: names.table, quality: quality, execution: base.execution)
  }

  private static func session(_ names: inout NameEncoder) -> SessionListens {
    let seconds: [UInt32] = [1_139_766_571, 1_139_767_771, 1_139_767_800]
    let items = seconds.map { second in
      names.encode(
        Listen(
          userID: "user_000005", listenedAt: Instant(secondsSinceEpoch: second),
          song: Song(artistName: "a", trackName: "t")))
    }
    return SessionListens(
      session: ListeningSession(
        userID: "user_000005", startedAt: items[0].listenedAt, endedAt: items[2].listenedAt,
        trackCount: items.count),
      items: items)
  }
}
