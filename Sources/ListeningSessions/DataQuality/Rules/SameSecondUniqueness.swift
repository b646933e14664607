/// Listens of a user differ in time; bursts come from devices that send what they saved at once.
public struct SameSecondUniqueness: ListenRule {
  public let id = "uniqueness_same_second"
  public let dimension = QualityDimension.uniqueness
  public let unit = QualityUnit.listens
  public let requirement = "No other listen of the user starts in the same second."
  public let standardSetting = RuleSetting(.warning, warning: .percent(5))

  public init() {}

  @inlinable
  public func holds(for listen: Int, in history: some UserHistory) -> Bool? {
    let second = history.listenedAt(listen)
    return (listen == 0 || history.listenedAt(listen - 1) != second)
      && (listen + 1 == history.listenCount || history.listenedAt(listen + 1) != second)
  }
}
