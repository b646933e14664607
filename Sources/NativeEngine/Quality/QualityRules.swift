import ListeningSessions

/// The rules of a run with their settings, for those who evaluate them, and what these share.
struct QualityRules: Sendable {
  let rules: Rules
  let ruleSet: RuleSet
  let sampling: RowSampling
  /// Filled by the workers of the scan.
  let mbidNames: SharedMBIDNames
  private let now: Instant

  /// Of the input, a sixty-fourth is about what the table of the MBIDs of a large history takes.
  private static let bytesPerMBIDByte = 64

  /// Prepares the rules.
  ///
  /// - Parameters:
  ///   - question: the rules' settings.
  ///   - gap: at which sessions are cut.
  ///   - byteCount: size of all inputs.
  ///   - memory: bytes that the whole process may take.
  init(_ question: QualityQuestion, gap: SessionGap, byteCount: Int, memory: Int) {
    mbidNames = SharedMBIDNames(byteCount: min(byteCount / Self.bytesPerMBIDByte, memory / 32))
    sampling = RowSampling(byteCount: byteCount)
    rules = question.ruleSet.rules(gapSeconds: gap.seconds, now: question.now)
    ruleSet = question.ruleSet
    now = question.now
  }

  /// Whether a finding of the rule makes its row one with errors.
  func isError(_ rule: any QualityRule) -> Bool {
    let setting = ruleSet.setting(of: rule)
    return setting.isEnabled && setting.severity == .error
  }

  /// Whether the findings of an earlier run, with the same parameters, are those of this run too.
  ///
  /// Where the rule set names no moment, each run has its own. The findings are the same as long as
  /// every listen is from before both.
  func accepts(_ findings: QualityFindings?) -> Bool {
    guard let findings else { return false }
    guard ruleSet.parameters.asOf == nil else { return true }
    let latest = findings.profile.timeRange?.upperBound
    return findings.tallies[rules.asOf.id]?.failed == 0 && (latest.map { $0 <= now } ?? true)
  }
}
