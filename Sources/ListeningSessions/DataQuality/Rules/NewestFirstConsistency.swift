/// A user's listens stand newest first, as Last.fm writes them.
///
/// Judged between neighbours in time that differ in their second. A history in another order is as
/// good, so this is information only.
public struct NewestFirstConsistency: ListenRule {
  public let id = "consistency_newest_first"
  public let dimension = QualityDimension.consistency
  public let unit = QualityUnit.listens
  public let requirement = "A listen stands before those of the user that are older."
  public let standardSetting = RuleSetting(.info)

  public init() {}

  @inlinable
  public func holds(for listen: Int, in history: some UserHistory) -> Bool? {
    guard listen > 0, history.listenedAt(listen - 1) != history.listenedAt(listen) else {
      return nil
    }
    return history.position(listen) < history.position(listen - 1)
  }
}
