public import ListeningSessions

/// One user's listens in plain arrays, for the rules about users.
///
///     ArrayHistory(seconds: [0, 60, 60])  // in the rows at 0, 1 and 2
public struct ArrayHistory: UserHistory, Sendable {
  /// A listen: when, and where its row stands.
  public struct Play: Hashable, Sendable {
    public let listenedAt: Instant
    public let position: Int

    public init(listenedAt: Instant, position: Int) {
      self.listenedAt = listenedAt
      self.position = position
    }
  }

  public let userID: Text
  /// By instant, and of one instant by position.
  public let plays: [Play]
  /// Positions of all duplicates, ascending.
  public let duplicates: [Int]

  /// Puts the listens of a user in order.
  public init(_ userID: Text = "u", plays: [Play], duplicates: [Int] = []) {
    self.userID = userID
    self.plays = plays.sorted { ($0.listenedAt, $0.position) < ($1.listenedAt, $1.position) }
    self.duplicates = duplicates.sorted()
  }

  /// Listens in rows that stand in this order from position 0 on.
  public init(_ userID: Text = "u", seconds: [Int], duplicates: [Int] = []) {
    let plays = seconds.enumerated().map { position, second in
      Play(listenedAt: Instant(secondsSinceEpoch: UInt32(second)), position: position)
    }
    self.init(userID, plays: plays, duplicates: duplicates)
  }

  public var listenCount: Int { plays.count }
  public var duplicateCount: Int { duplicates.count }
  public var duplicateSamples: [Int] { Array(duplicates.prefix(RuleTally.sampleLimit)) }

  public func listenedAt(_ listen: Int) -> Instant { plays[listen].listenedAt }

  public func position(_ listen: Int) -> Int { plays[listen].position }
}
