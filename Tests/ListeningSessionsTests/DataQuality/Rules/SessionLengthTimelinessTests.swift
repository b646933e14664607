import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SessionLengthTimelinessTests {
  private let rule = SessionLengthTimeliness(gapSeconds: 60, longest: 100)

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule)
        == RuleTerms("timeliness_session_length", .timeliness, .sessions, .warning))
    #expect(SessionLengthTimeliness(gapSeconds: 1200).longest == 86_400)
  }

  @Test func theLongestAllowedPassesAndASecondMoreFails() {
    let longest = ArrayHistory(seconds: [0, 50, 100])
    #expect(rule.tally(of: longest) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [0, 50, 101]))
    #expect(tally.units == 1 && tally.failed == 1 && tally.samples == [0])
  }

  @Test func aPauseOfTheGapStaysInTheSessionAndASecondMoreEndsIt() {
    #expect(rule.tally(of: ArrayHistory(seconds: [0, 60, 120])).failed == 1)
    let cut = ArrayHistory(seconds: [0, 60, 121])
    #expect(rule.tally(of: cut) == RuleTally(units: 2, failed: 0))
  }

  @Test func everySessionIsAUnitAndItsFirstListenTheSample() {
    let seconds = [0, 1000, 1060, 1120, 3000, 5000, 5060, 5120]
    let tally = rule.tally(of: ArrayHistory(seconds: seconds))
    #expect(tally.units == 4 && tally.failed == 2)
    #expect(tally.samples == [1, 5])
  }

  @Test func withoutListensThereAreNoSessions() {
    #expect(rule.tally(of: ArrayHistory(seconds: [])) == RuleTally())
  }
}
