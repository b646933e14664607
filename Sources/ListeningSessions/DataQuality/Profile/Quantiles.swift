/// How a count is spread: least, quarter points and greatest, by nearest rank, and the mean.
public struct Quantiles: Hashable, Codable, Sendable {
  public let least: Int
  public let quarter: Int
  public let median: Int
  public let threeQuarters: Int
  public let ninetieth: Int
  public let greatest: Int
  public let mean: Double

  /// The quantiles of some values, nil of none.
  public init?(of values: [Int]) {
    self.init(ofTimes: values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// The quantiles of values of which each stands so many times, nil of none.
  ///
  /// - Complexity: O(d log d) for d different values.
  public init?(ofTimes times: [Int: Int]) {
    let values = times.sorted { $0.key < $1.key }
    guard let least = values.first?.key, let greatest = values.last?.key else { return nil }
    var total = 0
    var sum = 0
    let ranks = values.map { value, times in
      total += times
      sum += value * times
      return total
    }
    // Nearest rank: the smallest value that at least this share of all values do not exceed.
    func value(at percent: Int) -> Int {
      let rank = (total * percent + 99) / 100
      return values[ranks.count { $0 < rank }].key
    }
    self.least = least
    self.greatest = greatest
    quarter = value(at: 25)
    median = value(at: 50)
    threeQuarters = value(at: 75)
    ninetieth = value(at: 90)
    mean = Double(sum) / Double(total)
  }
}
