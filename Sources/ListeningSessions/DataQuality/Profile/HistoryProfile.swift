/// What the columns of a history hold, over all rows of six valid UTF-8 fields.
///
/// Rows that were rejected for what a field says, and duplicates, are among them, so that the
/// figures are those of the file.
public struct HistoryProfile: Hashable, Codable, Sendable {
  /// By column, in the order of the format.
  public var columns: [ColumnProfile]
  /// First and last listen; nil without listens.
  public var timeRange: ClosedRange<Instant>?
  /// Listens in each year that has some.
  public var listensPerYear: [Int: Int]
  /// Listens of the users at the quantiles, exact.
  public var listensPerUser: Quantiles?

  public init(
    columns: [ColumnProfile] = [], timeRange: ClosedRange<Instant>? = nil,
    listensPerYear: [Int: Int] = [:], listensPerUser: Quantiles? = nil
  ) {
    self.columns = columns
    self.timeRange = timeRange
    self.listensPerYear = listensPerYear
    self.listensPerUser = listensPerUser
  }
}
