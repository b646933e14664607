public import ListeningSessions

/// What is said about a run that needs somebody's attention.
///
/// It is made of counts and sentences about rules; it has no place for a user id.
public struct AlertMessage: Hashable, Sendable {
  /// Findings of each kind that are spelled out; of the others the number is given.
  static let findingLimit = 20

  public let run: RunIdentity
  public let status: QualityStatus
  /// 0 to 100; nil when the run did not get so far.
  public let score: Double?
  public let counts: RowCounts?
  /// Why the run did not pass, without line breaks.
  public let reasons: [String]
  /// What differs from earlier runs, likewise.
  public let anomalies: [String]

  public init(
    run: RunIdentity, status: QualityStatus, score: Double?, counts: RowCounts?,
    reasons: [String], anomalies: [String]
  ) {
    self.run = run
    self.status = status
    self.score = score
    self.counts = counts
    self.reasons = reasons.map(AlertMessage.line)
    self.anomalies = anomalies.map(AlertMessage.line)
  }

  /// The message as lines of plain text, the most important first.
  public var lines: [String] {
    [headline] + section("Reasons", reasons) + section("Anomalies", anomalies)
      + [countsLine, "Run: \(run.id)"].compactMap(\.self)
  }

  /// The lines, each with a line feed.
  public var plainText: String { lines.map { $0 + "\n" }.joined() }

  /// Score for people: at most two decimals, and 100 for nothing less; empty when there is none.
  public var scoreText: String {
    guard let score else { return "" }
    let rounded = Int((score * 100).rounded())
    let hundredths = score < 100 ? min(rounded, 99_99) : rounded
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  var headline: String {
    "Sidelong: \(status.rawValue)" + (score == nil ? "" : ", score \(scoreText) %")
  }

  var countsLine: String? {
    counts.map { counts in
      "Rows: \(counts.rows), listens: \(counts.listens), duplicates: \(counts.duplicates), "
        + "rejected: \(counts.rejects), users: \(counts.users), sessions: \(counts.sessions)"
    }
  }

  /// A title and its findings as list; empty without findings.
  func section(_ title: String, _ findings: [String]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let hidden = findings.count - AlertMessage.findingLimit
    return ["\(title):"] + findings.prefix(AlertMessage.findingLimit).map { "- \($0)" }
      + (hidden > 0 ? ["- and \(hidden) more"] : [])
  }

  /// The text without control characters, which could forge further lines.
  private static func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      let isBreak =
        scalar.properties.generalCategory == .control
        || scalar == "\u{2028}" || scalar == "\u{2029}"
      line.unicodeScalars.append(isBreak ? " " : scalar)
    }
    return line
  }
}
