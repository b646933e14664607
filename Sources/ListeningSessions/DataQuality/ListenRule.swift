/// A rule that judges each listen among the others of its user.
public protocol ListenRule: UserRule {
  /// Whether the listen passes; nil when the rule has nothing to say about it.
  func holds(for listen: Int, in history: some UserHistory) -> Bool?
}

extension ListenRule {
  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var units = 0
    var tally = RuleTally()
    for listen in 0..<history.listenCount {
      guard let holds = holds(for: listen, in: history) else { continue }
      if holds { units += 1 } else { tally.fail(at: history.position(listen)) }
    }
    tally.pass(units)
    return tally
  }
}
