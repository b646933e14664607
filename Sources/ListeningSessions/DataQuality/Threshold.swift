/// From how many failed units on a rule speaks up; reached values are included.
public enum Threshold: Hashable, Sendable {
  /// An absolute number of failed units.
  case count(Int)
  /// A share of the rule's units, 0 to 100.
  case percent(Double)

  /// Whether so many failures reach the threshold; no failure reaches none.
  public func isReached(by failed: Int, of units: Int) -> Bool {
    guard failed > 0 else { return false }
    switch self {
    case .count(let limit): return failed >= limit
    case .percent(let limit): return Double(failed) * 100 >= limit * Double(units)
    }
  }
}

extension Threshold: CustomStringConvertible {
  /// The threshold as it is written in a rule set: `12` or `0.5 %`.
  public var description: String {
    switch self {
    case .count(let limit): "\(limit)"
    case .percent(let limit): "\(limit) %"
    }
  }
}
