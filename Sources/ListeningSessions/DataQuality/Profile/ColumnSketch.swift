/// What is remembered of a column's values while rows go by; the state of its profile.
///
/// The three things that are remembered are told apart, because an engine may count values when it
/// likes, learn each only when it is new, and sample the frequent ones.
public struct ColumnSketch: Hashable, MergeableState {
  public private(set) var rows = 0
  public private(set) var blank = 0
  public private(set) var lengths = LengthSummary()
  public private(set) var distinct = HyperLogLog()
  public private(set) var frequent = FrequentValues()

  public init() {}

  /// Counts values of one length that are not blank.
  public mutating func count(length: Int, times: Int) {
    guard times > 0 else { return }
    rows += times
    lengths.observe(length, times: times)
  }

  /// Counts values that are not blank by their lengths.
  public mutating func count(_ lengths: LengthSummary) {
    rows += lengths.count
    self.lengths.merge(lengths)
  }

  /// Counts blank values of one length.
  public mutating func countBlank(length: Int, times: Int) {
    count(length: length, times: times)
    blank += times
  }

  /// Takes note of a value that is not blank, by 64 well mixed bits of it; again does no harm.
  public mutating func learn(hash: UInt64) {
    distinct.insert(hash: hash)
  }

  /// Takes note of all values that `others` took note of.
  public mutating func learn(_ others: HyperLogLog) {
    distinct.merge(others)
  }

  /// Counts a value among the frequent ones.
  ///
  /// - Parameters:
  ///   - hash: of the value.
  ///   - times: how many rows this one stands for.
  ///   - position: of a row with it.
  public mutating func sample(hash: UInt64, times: Int, position: Int) {
    frequent.observe(hash: hash, count: times, position: position)
  }

  public mutating func merge(_ other: ColumnSketch) {
    rows += other.rows
    blank += other.blank
    lengths.merge(other.lengths)
    distinct.merge(other.distinct)
    frequent.merge(other.frequent)
  }
}
