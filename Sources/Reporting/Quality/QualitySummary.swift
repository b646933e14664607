public import ListeningSessions

/// The verdict for people: every rule in a table, then what came out, why, and what the score means.
public enum QualitySummary {
  /// The text, several lines, with a line feed at the end; empty when the report has no verdict.
  public static func text(of report: AnalysisReport) -> String {
    guard let quality = report.quality else { return "" }
    let lines =
      rules(of: quality) + [""] + dimensions(of: quality) + ["", verdict(of: quality, report)]
      + ["Score: \(ScoreDefinition.overall(quality.ruleSet.score))"] + reasons(of: quality)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rules(of quality: QualityReport) -> [String] {
    var table = TextTable([
      ("dimension", .left), ("rule", .left), ("units", .right), ("failed", .right), ("%", .right),
      ("status", .left),
    ])
    for result in quality.results {
      let isKnown = result.status != .error
      table.append([
        result.rule.dimension.rawValue, result.rule.id,
        isKnown ? "\(ReadableNumber.grouped(result.units)) \(result.rule.unit.rawValue)" : "?",
        isKnown ? ReadableNumber.grouped(result.failed) : "?",
        isKnown ? ReadableNumber.percent(result.failedPercent) : "?", result.status.rawValue,
      ])
    }
    return table.lines
  }

  private static func dimensions(of quality: QualityReport) -> [String] {
    var table = TextTable([("dimension", .left), ("score", .right), ("units", .right)])
    for dimension in quality.dimensions {
      table.append([
        dimension.dimension.rawValue, ReadableNumber.percent(dimension.score),
        ReadableNumber.grouped(dimension.units),
      ])
    }
    return table.lines + ["Score of a dimension: \(ScoreDefinition.dimension)"]
  }

  private static func verdict(of quality: QualityReport, _ report: AnalysisReport) -> String {
    let counts = report.counts
    return "Quality \(quality.status.rawValue): score \(ReadableNumber.percent(quality.score)); "
      + "\(ReadableNumber.grouped(counts.rows)) rows: "
      + "\(ReadableNumber.grouped(counts.listens)) valid, "
      + "\(ReadableNumber.grouped(counts.rejects)) quarantined, "
      + "\(ReadableNumber.grouped(counts.duplicates)) duplicates"
  }

  /// A table of one column, which keeps control characters from the terminal.
  private static func reasons(of quality: QualityReport) -> [String] {
    guard !quality.reasons.isEmpty else { return [] }
    var table = TextTable([("Reasons:", .left)])
    for reason in quality.reasons { table.append(["- \(reason)"]) }
    return table.lines
  }
}
