/// What a synthetic history is to look like; equal shapes give equal bytes, on every machine.
///
/// ```swift
/// let shape = HistoryShape(rows: 1_000_000, seed: 42, faultRate: 0.01)
/// ```
public struct HistoryShape: Sendable, Equatable {
  /// As many users as Last.fm-1K has.
  public static let standardUsers = 992
  /// The users that ids of six digits, and one more, are enough for.
  public static let mostUsers = 1_000_000
  /// With more, a user would listen every five seconds for four years.
  public static let mostListensPerUser = 30_000_000

  /// Lines that are rows: listens, duplicates and rejects, but not blank lines.
  public var rows: Int
  /// Each has at least one row, as long as there are as many rows.
  public var users: Int
  /// Chooses one of the histories of this shape.
  public var seed: UInt64
  /// The probability of a row to be faulty, 0 to 1.
  public var faultRate: Double
  public var order: RowOrder

  public init(
    rows: Int, users: Int = HistoryShape.standardUsers, seed: UInt64, faultRate: Double = 0,
    order: RowOrder = .user
  ) {
    self.rows = rows
    self.users = users
    self.seed = seed
    self.faultRate = faultRate
    self.order = order
  }

  /// Stops with an error that names the value when no history can have this shape.
  func validate() throws(SyntheticHistoryError) {
    if rows < 0 {
      throw .invalidShape("\(rows) rows asked for", advice: "give 0 or more rows")
    }
    if !(1...HistoryShape.mostUsers).contains(users) {
      throw .invalidShape(
        "\(users) users asked for", advice: "give 1 to \(HistoryShape.mostUsers) users")
    }
    if !(0...1).contains(faultRate) {
      throw .invalidShape(
        "a fault rate of \(faultRate) asked for", advice: "give a rate between 0 and 1")
    }
    if rows / users > HistoryShape.mostListensPerUser {
      throw HistoryShape.tooManyListens(rows / users)
    }
  }

  /// The error for a user with more listens than the years from 2005 to 2009 have room for.
  static func tooManyListens(_ count: Int) -> SyntheticHistoryError {
    .invalidShape(
      "a user would have \(count) listens, more than \(mostListensPerUser)",
      advice: "give fewer rows (--rows) or more users (--users)")
  }
}
