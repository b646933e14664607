/// A day has 24 hours.
///
/// The format tells no durations, so a listen counts three minutes, as where ListenBrainz knows none.
/// A unit is a UTC day on which a user listened.
public struct DayLengthTimeliness: UserRule {
  public let id = "timeliness_day_length"
  public let dimension = QualityDimension.timeliness
  public let unit = QualityUnit.days
  public let requirement = "A user's day has at most 480 listens: 24 hours at three minutes each."
  public let standardSetting = RuleSetting(.warning, warning: .percent(0.5))

  public let listensPerDay: Int

  public init(listensPerDay: Int = 480) {
    self.listensPerDay = listensPerDay
  }

  @inlinable
  public func tally(of history: some UserHistory) -> RuleTally {
    var tally = RuleTally()
    var start = 0
    while start < history.listenCount {
      let day = history.listenedAt(start).secondsSinceEpoch / 86_400
      var end = start + 1
      while end < history.listenCount,
        history.listenedAt(end).secondsSinceEpoch / 86_400 == day
      {
        end += 1
      }
      if end - start > listensPerDay {
        tally.fail(at: history.position(start))
      } else {
        tally.pass()
      }
      start = end
    }
    return tally
  }
}
