import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct EarliestTimelinessTests {
  private let rule = EarliestTimeliness(Instant(secondsSinceEpoch: 100))

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("timeliness_earliest", .timeliness, .listens, .warning))
  }

  @Test func theInstantItselfPassesAndTheSecondBeforeFails() {
    #expect(rule.tally(of: ArrayHistory(seconds: [100])) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [99]))
    #expect(tally.units == 1 && tally.failed == 1 && tally.samples == [0])
  }

  @Test func everyListenIsAUnitAndSamplesStandInInputOrder() {
    let tally = rule.tally(of: ArrayHistory(seconds: [300, 98, 200, 0, 99]))
    #expect(tally.units == 5 && tally.failed == 3)
    #expect(tally.samples == [1, 3, 4])
  }

  @Test func theStandardIsTheYearOfTheFirstScrobbles() {
    #expect(EarliestTimeliness().earliest.description == "2002-01-01T00:00:00Z")
  }

  @Test func withoutListensThereAreNoUnits() {
    #expect(rule.tally(of: ArrayHistory(seconds: [])) == RuleTally())
  }
}
