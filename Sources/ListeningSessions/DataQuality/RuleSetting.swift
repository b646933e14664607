/// What a user can set for a rule.
public struct RuleSetting: Hashable, Sendable {
  /// The most that the rule can do to the run.
  public var severity: Severity
  /// From here on the rule warns; nil never.
  public var warning: Threshold?
  /// From here on the rule fails the run, if its severity allows; nil never.
  public var error: Threshold?
  /// Whether the rule takes part at all.
  public var isEnabled: Bool

  public init(
    _ severity: Severity, warning: Threshold? = nil, error: Threshold? = nil,
    isEnabled: Bool = true
  ) {
    self.severity = severity
    self.warning = warning
    self.error = error
    self.isEnabled = isEnabled
  }

  /// How a rule with this setting comes out.
  public func status(failed: Int, of units: Int) -> QualityStatus {
    let isError = error?.isReached(by: failed, of: units) == true
    let isWarning = isError || warning?.isReached(by: failed, of: units) == true
    if isError, severity == .error { return .failed }
    return isWarning && severity >= .warning ? .warning : .passed
  }
}
