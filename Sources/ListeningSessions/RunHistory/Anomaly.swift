/// A metric of a run that is not what earlier runs let expect.
public struct Anomaly: Hashable, Sendable {
  /// How the expected range was found.
  public enum Strategy: String, CaseIterable, Sendable {
    /// Mean ± some standard deviations.
    case deviation
    /// Mean ± a share of the mean.
    case relativeChange = "relative_change"
  }

  public let metric: RunMetric
  public let value: Double
  /// Ends of the expected range, which they belong to.
  public let expectedLow: Double
  public let expectedHigh: Double
  public let strategy: Strategy
  /// The finding in one sentence without a full stop.
  public let message: String

  /// Words the finding; `basis` says what the expected range is made of.
  init(
    _ metric: RunMetric, _ value: Double, expected: ClosedRange<Double>, strategy: Strategy,
    basis: String
  ) {
    self.metric = metric
    self.value = value
    expectedLow = expected.lowerBound
    expectedHigh = expected.upperBound
    self.strategy = strategy
    message =
      "\(metric.rawValue) is \(metric.text(value)), expected \(metric.text(expected)) (\(basis))"
  }
}
