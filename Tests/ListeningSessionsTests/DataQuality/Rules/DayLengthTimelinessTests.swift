import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct DayLengthTimelinessTests {
  private static let day = 86_400

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: DayLengthTimeliness())
        == RuleTerms("timeliness_day_length", .timeliness, .days, .warning))
    #expect(DayLengthTimeliness().listensPerDay == 480)
  }

  @Test func fourHundredEightyListensFitInADayAndOneMoreDoesNot() {
    let full = ArrayHistory(seconds: Array(0..<480))
    #expect(DayLengthTimeliness().tally(of: full) == RuleTally(units: 1, failed: 0))
    let tally = DayLengthTimeliness().tally(of: ArrayHistory(seconds: Array(0...480)))
    #expect(tally.units == 1 && tally.failed == 1 && tally.samples == [0])
  }

  @Test func aDayEndsAtMidnightOfUTC() {
    let rule = DayLengthTimeliness(listensPerDay: 1)
    let midnight = ArrayHistory(seconds: [Self.day - 1, Self.day])
    #expect(rule.tally(of: midnight) == RuleTally(units: 2, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [Self.day, 2 * Self.day - 1]))
    #expect(tally.units == 1 && tally.failed == 1)
  }

  @Test func onlyDaysWithListensAreUnitsAndTheFirstListenIsTheSample() {
    let seconds = [0, 9 * Self.day, 9 * Self.day + 1, 20 * Self.day, 30 * Self.day, 30 * Self.day]
    let tally = DayLengthTimeliness(listensPerDay: 1).tally(of: ArrayHistory(seconds: seconds))
    #expect(tally.units == 4 && tally.failed == 2)
    #expect(tally.samples == [1, 4])
  }

  @Test func withoutListensThereAreNoUnits() {
    #expect(DayLengthTimeliness().tally(of: ArrayHistory(seconds: [])) == RuleTally())
  }
}
