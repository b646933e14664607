/// Least, greatest and sum of some lengths.
public struct LengthSummary: Hashable, MergeableState {
  public private(set) var count = 0
  public private(set) var sum = 0
  public private(set) var least = Int.max
  public private(set) var greatest = 0

  public init() {}

  /// What was learned of `count` lengths.
  public init(count: Int, sum: Int, least: Int, greatest: Int) {
    self.count = count
    self.sum = sum
    self.least = least
    self.greatest = greatest
  }

  /// Takes in `times` lengths of `length` bytes.
  @inlinable
  public mutating func observe(_ length: Int, times: Int = 1) {
    merge(count: times, sum: times &* length, least: length, greatest: length)
  }

  public mutating func merge(_ other: LengthSummary) {
    merge(count: other.count, sum: other.sum, least: other.least, greatest: other.greatest)
  }

  @usableFromInline
  mutating func merge(count: Int, sum: Int, least: Int, greatest: Int) {
    self.count += count
    self.sum += sum
    self.least = min(self.least, least)
    self.greatest = max(self.greatest, greatest)
  }
}
