/// The rules of a run with their settings: what quality means to its user.
public struct RuleSet: Hashable, Sendable {
  /// Values that rules take beside their settings.
  public struct Parameters: Hashable, Sendable {
    /// Form of the user ids.
    public var userIDPattern = UserIDPattern.standard
    /// Listens before this instant are not plausible.
    public var earliest = EarliestTimeliness.standardEarliest
    /// Listens after this instant are not plausible; nil: the start of the run.
    public var asOf: Instant?
    /// Listens of a user in a day that are still plausible.
    public var listensPerDay = 480
    /// Longest plausible session, in seconds.
    public var longestSession = 86_400
    /// Most listens of a plausible user.
    public var mostListensPerUser = 100_000
    /// Fewest rows expected.
    public var leastRows = 1
    /// Fewest users expected.
    public var leastUsers = 1
    /// Fewest listens expected of each user.
    public var leastListensPerUser = 1

    public init() {}
  }

  /// From which overall score on, 0 to 100, a run passes, and from which it only warns.
  public struct ScoreLimits: Hashable, Sendable {
    public var passed = 95.0
    public var warning = 90.0

    public init() {}

    /// How a score comes out.
    public func status(of score: Double) -> QualityStatus {
      if score >= passed { return .passed }
      return score >= warning ? .warning : .failed
    }
  }

  public var parameters = Parameters()
  public var score = ScoreLimits()
  /// Settings that differ from the standard ones, by rule.
  public var settings: [String: RuleSetting] = [:]

  public init() {}

  /// The rules of a run.
  ///
  /// - Parameters:
  ///   - gapSeconds: cuts the sessions whose length is judged.
  ///   - now: stands in for `asOf` where the rule set names none.
  /// - Returns: all rules, those that are not enabled too.
  public func rules(gapSeconds: Int, now: Instant) -> Rules {
    Rules(parameters: parameters, gapSeconds: gapSeconds, now: now)
  }

  /// The setting of a rule: the user's, or the standard one.
  public func setting(of rule: any QualityRule) -> RuleSetting {
    settings[rule.id] ?? rule.standardSetting
  }
}
