import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct AsOfTimelinessTests {
  private let rule = AsOfTimeliness(Instant(secondsSinceEpoch: 100))

  @Test func saysWhatItIs() {
    #expect(
      RuleTerms(of: rule) == RuleTerms("timeliness_as_of", .timeliness, .listens, .warning))
  }

  @Test func theMomentItselfPassesAndTheNextSecondFails() {
    #expect(rule.tally(of: ArrayHistory(seconds: [100])) == RuleTally(units: 1, failed: 0))
    let tally = rule.tally(of: ArrayHistory(seconds: [101]))
    #expect(tally.units == 1 && tally.failed == 1 && tally.samples == [0])
  }

  @Test func everyListenIsAUnitAndSamplesStandInInputOrder() {
    let tally = rule.tally(of: ArrayHistory(seconds: [300, 99, 200, 100, 400]))
    #expect(tally.units == 5 && tally.failed == 3)
    #expect(tally.samples == [0, 2, 4])
  }

  @Test func withoutListensThereAreNoUnits() {
    #expect(rule.tally(of: ArrayHistory(seconds: [])) == RuleTally())
  }
}
