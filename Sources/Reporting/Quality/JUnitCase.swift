import ListeningSessions

/// One rule, or the overall score, as a test case.
struct JUnitCase {
  let name: String
  let status: QualityStatus
  /// One line: what was found.
  let message: String
  /// What holds when the case passes, and where it does not.
  let details: [String]

  init(_ result: RuleResult) {
    let unit = result.rule.unit.rawValue
    name = result.rule.id
    status = result.status
    message =
      result.problem
      ?? "\(result.failed) of \(result.units) \(unit) "
      + "(\(ReadableNumber.percent(result.failedPercent)) %)"
    details =
      [result.rule.requirement, JUnitCase.thresholds(of: result.setting)]
      + result.samples.map { "\($0.inputPath): line \($0.lineNumber), byte \($0.byteOffset)" }
  }

  init(scoreOf quality: QualityReport) {
    name = "score"
    status = quality.ruleSet.score.status(of: quality.score)
    message = "\(ReadableNumber.percent(quality.score)) of 100"
    details = [ScoreDefinition.overall(quality.ruleSet.score)]
  }

  func lines(suite: String) -> [String] {
    let start =
      "    <testcase classname=\"sidelong.quality.\(XMLText.escaped(suite))\" "
      + "name=\"\(XMLText.escaped(name))\""
    guard let (open, close) = finding else { return ["\(start)/>"] }
    let body = details.map(XMLText.escaped).joined(separator: "\n")
    return ["\(start)>", "      \(open)\(body)\(close)", "    </testcase>"]
  }

  /// The tags around the details, by status; a warning is no failure.
  private var finding: (open: String, close: String)? {
    let message = XMLText.escaped(message)
    return switch status {
    case .passed: nil
    case .warning: ("<system-out>Warning: \(message)\n", "</system-out>")
    case .failed: ("<failure type=\"quality\" message=\"\(message)\">", "</failure>")
    case .error: ("<error type=\"not evaluated\" message=\"\(message)\">", "</error>")
    }
  }

  private static func thresholds(of setting: RuleSetting) -> String {
    "Warning from \(setting.warning?.description ?? "never"), "
      + "failed from \(setting.severity == .error ? setting.error?.description ?? "never" : "never")"
  }
}
