/// Mean and standard deviation of some values.
///
/// The values are a sample of all that could be, and not negative.
struct Spread {
  let mean: Double
  let deviation: Double

  /// Nil of no values.
  init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / Double(max(values.count - 1, 1))).squareRoot()
  }

  /// Whether a value is in a range around the mean.
  ///
  /// Sums of fractions are not exact: equal values must not differ from their mean.
  func isInside(_ range: ClosedRange<Double>, _ value: Double) -> Bool {
    let tolerance = mean * 1e-9
    return value >= range.lowerBound - tolerance && value <= range.upperBound + tolerance
  }
}
