import ListeningSessions

/// What the scores mean, in words, for every place that shows them.
enum ScoreDefinition {
  static func overall(_ limits: RuleSet.ScoreLimits) -> String {
    "Share of the rows without a finding of a rule of severity error, 0 to 100; passed from "
      + "\(ReadableNumber.short(limits.passed)), warning from "
      + "\(ReadableNumber.short(limits.warning)), failed below; 100 without rows."
  }

  static let dimension =
    "Passed units / units of all its rules of severity warning and error, 0 to 100; "
    + "100 without units."
}
