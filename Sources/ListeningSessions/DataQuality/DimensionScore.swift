/// How much of one dimension is as it should be: passed units / units of all its rules.
public struct DimensionScore: Hashable, Sendable {
  public let dimension: QualityDimension
  public let units: Int
  public let passed: Int

  /// 0 to 100; 100 when there is nothing to judge.
  public var score: Double { units == 0 ? 100 : Double(passed) * 100 / Double(units) }

  init(_ dimension: QualityDimension, of results: [RuleResult]) {
    // Rules for information only (severity info) are listed and do not count.
    let counted = results.filter { $0.rule.dimension == dimension && $0.setting.severity > .info }
    self.dimension = dimension
    units = counted.reduce(0) { $0 + $1.units }
    passed = units - counted.reduce(0) { $0 + $1.failed }
  }
}
