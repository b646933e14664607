import ListeningSessions
import Testing

struct RuleResultTests {
  @Test(arguments: [(0, 0, 0.0), (8, 0, 0), (8, 1, 12.5), (8, 8, 100)])
  func tellsTheShareThatFailed(units: Int, failed: Int, percent: Double) throws {
    var sample = SampleFindings()
    sample.found.tallies["validity_mbid"] = RuleTally(units: units, failed: failed)
    let result = try #require(sample.report().results.first { $0.rule.id == "validity_mbid" })
    #expect(result.failedPercent == percent)
    #expect(result.units == units && result.failed == failed && result.problem == nil)
  }
}
