public import ArgumentParser
public import ListeningSessions
import RuleFiles

/// What quality is demanded, as options.
struct QualityOptions: ParsableArguments {
  /// How much of the quality is looked at.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case basic, full
  }

  /// From which outcome on the process fails.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case warning, failed, never
  }

  @Option(help: "All rules and the column profile, or rejects, duplicates and counts alone.")
  var quality = Level.full

  @Option(
    name: .customLong("rules"),
    help: "The rule set. (default: sidelong.yaml in this directory, if there is one)",
    completion: .file(extensions: ["yaml", "yml"]))
  var rulesFile: String?

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "A setting over the rule set's, such as completeness_track_mbid:warning=20%.",
      valueName: "rule:setting=value"))
  var rules: [String] = []

  @Option(help: "Listens after this instant are not plausible. (default: the start of the run)")
  var asOf: Instant?

  @Option(help: "From which outcome on to exit with 1; the results are written all the same.")
  var failOn = FailOn.failed

  @Option(help: "Write at most so many rejected rows; all of them are counted. (default: all)")
  var quarantineLimit: Int?

  @Flag(help: "Show user ids in quality.json, not a hash of them.")
  var showUsers = false

  mutating func validate() throws {
    if let quarantineLimit, quarantineLimit < 0 {
      throw ValidationError(
        "The value '\(quarantineLimit)' is invalid for '--quarantine-limit': give 0 or more.")
    }
  }

  /// What is asked about the data; nil for `basic`.
  ///
  /// - Throws: `AnalysisError.configuration` when the rule set has a mistake.
  func question(now: Instant) throws -> QualityQuestion? {
    let path = rulesFile ?? Environment.ruleFile
    var ruleSet = try path.map(RuleFile.load) ?? RuleSet()
    for rule in rules { try RuleFlag.apply(rule, to: &ruleSet) }
    if let asOf { ruleSet.parameters.asOf = asOf }
    return quality == .full ? QualityQuestion(ruleSet: ruleSet, now: now) : nil
  }

  /// The exit code for how the data came out.
  func exitCode(for status: QualityStatus?) -> Int32 {
    guard let status else { return 0 }
    switch failOn {
    case .never: return 0
    case .warning: return status >= .warning ? 1 : 0
    case .failed: return status >= .failed ? 1 : 0
    }
  }
}

extension Instant: ExpressibleByArgument {
  public init?(argument: String) {
    let text = Array(argument.utf8)
    guard let instant = TimestampFormat.instant(of: text.span) else { return nil }
    self = instant
  }
}
