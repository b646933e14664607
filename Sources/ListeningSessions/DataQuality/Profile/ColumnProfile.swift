/// What one column holds.
public struct ColumnProfile: Hashable, Codable, Sendable {
  /// A value and how often it stands there.
  public struct Value: Hashable, Codable, Sendable {
    public let text: Text
    /// Exact if `countedEvery` is 1 and `undercount` 0.
    public let count: Int

    public init(text: Text, count: Int) {
      self.text = text
      self.count = count
    }
  }

  public let column: ListenColumn
  /// Rows looked at.
  public let rows: Int
  /// Rows in which the field is blank.
  public let blank: Int
  /// Distinct values that are not blank; approximate where `isDistinctExact` is false.
  public let distinct: Int
  public let isDistinctExact: Bool
  /// Lengths in bytes, blank fields among them.
  public let leastLength: Int
  public let meanLength: Double
  public let greatestLength: Int
  /// The most frequent values that are not blank, most frequent first.
  public let topValues: [Value]
  /// How far the counts of `topValues` may be too low.
  public let undercount: Int
  /// One row of so many was looked at for `topValues`, and its count multiplied: a count c then has
  /// a standard error of √(c × countedEvery).
  public let countedEvery: Int

  public init(
    column: ListenColumn, rows: Int, blank: Int, distinct: Int, isDistinctExact: Bool,
    lengths: LengthSummary, topValues: [Value], undercount: Int, countedEvery: Int = 1
  ) {
    self.column = column
    self.rows = rows
    self.blank = blank
    self.distinct = distinct
    self.isDistinctExact = isDistinctExact
    leastLength = lengths.count == 0 ? 0 : lengths.least
    meanLength = lengths.count == 0 ? 0 : Double(lengths.sum) / Double(lengths.count)
    greatestLength = lengths.greatest
    self.topValues = topValues
    self.undercount = undercount
    self.countedEvery = countedEvery
  }
}
