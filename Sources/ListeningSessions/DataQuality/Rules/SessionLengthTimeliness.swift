/// Nobody listens for more than a day without a pause, but machines do.
public struct SessionLengthTimeliness: UserRule {
  public let id = "timeliness_session_length"
  public let dimension = QualityDimension.timeliness
  public let unit = QualityUnit.sessions
  public let requirement = "A session lasts at most 24 hours."
  public let standardSetting = RuleSetting(.warning, warning: .percent(0.5))

  public let gapSeconds: Int
  public let longest: Int

  /// Judges sessions cut at `gapSeconds`; the longest allowed is given in seconds too.
  public init(gapSeconds: Int, longest: Int = 86_400) {
    self.gapSeconds = gapSeconds
    self.longest = longest
  }

  /// Whether a session that lasts so long passes.
  @inlinable
  public func holds(durationSeconds: Int) -> Bool {
    durationSeconds <= longest
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    var start = 0
    while start < history.listenCount {
      var end = start + 1
      while end < history.listenCount,
        history.listenedAt(end).seconds(since: history.listenedAt(end - 1)) <= gapSeconds
      {
        end += 1
      }
      let duration = history.listenedAt(end - 1).seconds(since: history.listenedAt(start))
      if holds(durationSeconds: duration) {
        tally.pass()
      } else {
        tally.fail(at: history.position(start))
      }
      start = end
    }
    return tally
  }
}
