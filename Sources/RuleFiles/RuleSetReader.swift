import ListeningSessions

/// Takes what the user wrote into a rule set.
struct RuleSetReader {
  static let sections = ["score", "parameters", "rules"]

  private(set) var ruleSet: RuleSet
  private let rules: [any QualityRule]

  init(_ ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    // Ids and standard settings do not depend on the gap and the time.
    rules = ruleSet.rules(gapSeconds: SessionGap.standard.seconds, now: .latest).all
  }

  /// Reads a file's sections.
  mutating func read(_ sections: [Entry]) throws {
    for section in sections {
      switch section.key {
      case "score": try readScore(section)
      case "parameters": try readParameters(section)
      case "rules": for rule in try section.entries() { try readRule(rule) }
      default: throw section.place.unknown(section.key, "key", among: RuleSetReader.sections)
      }
    }
  }

  /// Reads a flag's settings, which name a rule or a section without rules.
  mutating func read(flag section: Entry) throws {
    switch section.key {
    case "score": try readScore(section)
    case "parameters": try readParameters(section)
    default: try readRule(section)
    }
  }

  private mutating func readScore(_ section: Entry) throws {
    try Setting.score.apply(section.entries(), to: &ruleSet.score, kind: "setting of the score")
    let score = ruleSet.score
    if score.warning > score.passed {
      throw section.place.mistake(
        "the score warns from \(score.warning) on, but passes from \(score.passed) on",
        advice: "give 'warning' no more than 'passed'")
    }
  }

  private mutating func readParameters(_ section: Entry) throws {
    try Setting.parameters.apply(section.entries(), to: &ruleSet.parameters, kind: "parameter")
    let parameters = ruleSet.parameters
    if let asOf = parameters.asOf, asOf < parameters.earliest {
      throw section.place.mistake(
        "'as_of' (\(asOf)) is before 'earliest' (\(parameters.earliest))",
        advice: "give times between which listens are plausible")
    }
  }

  private mutating func readRule(_ entry: Entry) throws {
    guard let rule = rules.first(where: { $0.id == entry.key }) else {
      throw entry.place.unknown(entry.key, "rule", among: rules.map(\.id))
    }
    let entries = try entry.entries()
    var setting = ruleSet.setting(of: rule)
    try Setting.rule.apply(entries, to: &setting, kind: "setting of a rule")
    if Set(["warning", "error"]).isSubset(of: entries.map(\.key)), setting.warnsTooLate {
      throw entry.place.mistake(
        "\(rule.id) fails the run before it warns", advice: "give 'warning' no more than 'error'")
    }
    ruleSet.settings[rule.id] = setting
  }
}

extension RuleSetting {
  /// Whether the warning can never come before the error; counts and shares are not compared.
  fileprivate var warnsTooLate: Bool {
    switch (warning, error) {
    case (.count(let warning), .count(let error)): warning > error
    case (.percent(let warning), .percent(let error)): warning > error
    default: false
    }
  }
}
