/// How a count is spread: least, quarter points and greatest, by nearest rank, and the mean.
public struct Quantiles: Hashable, Sendable {
  public let least: Int
  public let quarter: Int
  public let median: Int
  public let threeQuarters: Int
  public let ninetieth: Int
  public let greatest: Int
  public let mean: Double

  /// The quantiles of some values, nil of none.
  public init?(of values: [Int]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    // Nearest rank: the smallest value that at least this share of all values do not exceed.
    func value(at percent: Int) -> Int { sorted[(sorted.count * percent + 99) / 100 - 1] }
    self.least = least
    self.greatest = greatest
    quarter = value(at: 25)
    median = value(at: 50)
    threeQuarters = value(at: 75)
    ninetieth = value(at: 90)
    mean = Double(sorted.reduce(0, +)) / Double(sorted.count)
  }
}
