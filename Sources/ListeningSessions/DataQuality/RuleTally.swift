/// What a rule counted: its units, those that failed, and where the first of them stand.
///
/// Tallies of parts of a history add up to the tally of the whole.
public struct RuleTally: Hashable, Codable, Sendable {
  /// How many places of failures are kept.
  public static let sampleLimit = 20

  public private(set) var units: Int
  public private(set) var failed: Int
  /// Positions of the first failures in input order, ascending.
  public private(set) var samples: [Int] = []

  public init() {
    self.init(units: 0, failed: 0)
  }

  public init(units: Int, failed: Int) {
    self.units = units
    self.failed = failed
  }

  /// Counts a unit that passed.
  @inlinable
  public mutating func pass(_ count: Int = 1) {
    add(units: count, failed: 0)
  }

  /// Counts a unit that failed in the row at `position`.
  @inlinable
  public mutating func fail(at position: Int) {
    add(units: 1, failed: 1)
    sample(position)
  }

  /// Counts units without saying where they stand.
  public mutating func add(units: Int, failed: Int) {
    self.units += units
    self.failed += failed
  }

  /// Keeps a position if it is among the first.
  public mutating func sample(_ position: Int) {
    if samples.count == RuleTally.sampleLimit, let last = samples.last, position >= last { return }
    let index = samples.firstIndex { $0 > position } ?? samples.count
    samples.insert(position, at: index)
    if samples.count > RuleTally.sampleLimit { samples.removeLast() }
  }

  /// Adds the tally of another part of the history.
  public mutating func merge(_ other: RuleTally) {
    add(units: other.units, failed: other.failed)
    for position in other.samples { sample(position) }
  }
}

extension RuleTally: MergeableState {}
