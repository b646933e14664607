/// How one rule came out.
public struct RuleResult: Sendable {
  /// Where a failed unit stands.
  public struct Sample: Hashable, Sendable {
    public let inputPath: String
    /// From 1.
    public let lineNumber: Int
    /// Of the line's first byte, from 0.
    public let byteOffset: Int
    public let userID: Text

    public init(inputPath: String, lineNumber: Int, byteOffset: Int, userID: Text) {
      self.inputPath = inputPath
      self.lineNumber = lineNumber
      self.byteOffset = byteOffset
      self.userID = userID
    }
  }

  public let rule: any QualityRule
  public let setting: RuleSetting
  public let units: Int
  public let failed: Int
  public let status: QualityStatus
  /// Why the rule could not be evaluated, for the status `error`.
  public let problem: String?
  /// The first failed units in input order, at most `RuleTally.sampleLimit`.
  public let samples: [Sample]

  /// Share of the units that failed, 0 to 100.
  public var failedPercent: Double { units == 0 ? 0 : Double(failed) * 100 / Double(units) }
}
