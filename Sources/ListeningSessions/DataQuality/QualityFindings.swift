/// What an engine found out about the quality of a history, before it is judged.
public struct QualityFindings: Codable, Sendable {
  /// Tallies by rule.
  public var tallies: [String: RuleTally]
  /// Why rules could not be evaluated, by rule.
  public var failures: [String: String]
  /// Rows with a finding of a rule whose severity is error.
  public var rowsWithErrors: Int
  /// What the columns hold.
  public var profile: HistoryProfile

  public init(
    tallies: [String: RuleTally], failures: [String: String] = [:], rowsWithErrors: Int,
    profile: HistoryProfile
  ) {
    self.tallies = tallies
    self.failures = failures
    self.rowsWithErrors = rowsWithErrors
    self.profile = profile
  }
}
