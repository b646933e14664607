/// When a run counts as unusual among the earlier ones.
///
/// Each metric is judged twice: by its distance from the mean in standard deviations, which follows
/// how much the metric varies, and by its change relative to the mean, which finds a jump in a
/// history that varies a lot. Both directions count.
public struct AnomalyRules: Hashable, Sendable {
  /// How many standard deviations from the mean are still usual; default: 3.
  public var deviations = 3.0
  /// How much change of the mean, in percent, is still usual; default: 50.
  public var relativeChange = 50.0
  /// Fewer earlier values than this say nothing; default: 5.
  public var minimumHistory = 5
  /// How many of the latest runs are looked at; default: 30.
  public var longestHistory = 30

  public init() {}

  /// What is unusual about a run.
  ///
  /// - Parameters:
  ///   - run: the run in question.
  ///   - history: earlier runs, the newest first; the run itself is left out if it is among them.
  /// - Returns: metrics in the order of `RunMetric`, at most one finding for each strategy.
  public func anomalies(in run: RunMetrics, history: [RunMetrics]) -> [Anomaly] {
    let earlier = history.filter { $0.runID != run.runID }.prefix(longestHistory)
    return RunMetric.allCases.flatMap { metric in
      anomalies(metric, metric.value(in: run), among: earlier.compactMap(metric.value(in:)))
    }
  }

  private func anomalies(
    _ metric: RunMetric, _ value: Double?, among history: [Double]
  ) -> [Anomaly] {
    guard let value, history.count >= minimumHistory, let spread = Spread(of: history) else {
      return []
    }
    func range(_ distance: Double) -> ClosedRange<Double> {
      (spread.mean - distance...spread.mean + distance).clamped(to: metric.bounds)
    }
    var ranges: [(Anomaly.Strategy, ClosedRange<Double>, String)] = [
      (.deviation, range(deviations * spread.deviation), "mean ± \(deviations) σ")
    ]
    // From a mean of zero every change is infinite: that is left to the deviation.
    if spread.mean != 0 {
      let change = range(relativeChange / 100 * spread.mean)
      ranges.append((.relativeChange, change, "mean ± \(relativeChange) %"))
    }
    return ranges.filter { !spread.isInside($0.1, value) }.map { strategy, range, basis in
      Anomaly(
        metric, value, expected: range, strategy: strategy,
        basis: "\(basis) of \(history.count) runs")
    }
  }
}
