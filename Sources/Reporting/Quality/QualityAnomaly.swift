/// A figure of a run that is out of the range which earlier runs let expect.
public struct QualityAnomaly: Hashable, Sendable, Encodable {
  /// Name of the figure, such as `rows`.
  public let metric: String
  public let value: Double
  /// Nil: no lower bound.
  public let expectedLow: Double?
  /// Nil: no upper bound.
  public let expectedHigh: Double?
  /// How the range was found, such as `deviation`.
  public let strategy: String
  /// One sentence for people.
  public let message: String

  public init(
    metric: String, value: Double, expectedLow: Double?, expectedHigh: Double?, strategy: String,
    message: String
  ) {
    self.metric = metric
    self.value = value
    self.expectedLow = expectedLow
    self.expectedHigh = expectedHigh
    self.strategy = strategy
    self.message = message
  }

  private enum CodingKeys: String, CodingKey {
    case metric, value
    case expectedLow = "expected_low"
    case expectedHigh = "expected_high"
    case strategy, message
  }

  /// Writes every key; figures that JSON cannot hold, such as an infinite bound, as null.
  public func encode(to encoder: any Encoder) throws {
    func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(metric, forKey: .metric)
    try container.encode(finite(value), forKey: .value)
    try container.encode(finite(expectedLow), forKey: .expectedLow)
    try container.encode(finite(expectedHigh), forKey: .expectedHigh)
    try container.encode(strategy, forKey: .strategy)
    try container.encode(message, forKey: .message)
  }
}
