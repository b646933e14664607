import ListeningSessions
import Testing

struct QualityReportTests {
  @Test func withoutFindingsEverythingPasses() {
    let report = SampleFindings().report()
    #expect(report.status == .passed && report.score == 100 && report.reasons == [])
    #expect(report.results.map(\.rule.id) == SampleFindings.rules.all.map(\.id))
    #expect(report.dimensions.map(\.dimension) == QualityDimension.allCases)
    #expect(report.results.allSatisfy { $0.status == .passed })
  }

  @Test func theWorstRuleCounts() {
    var sample = SampleFindings()
    sample.found.tallies["validity_mbid"] = RuleTally(units: 1000, failed: 10)
    #expect(sample.report().status == .warning)
    sample.found.tallies["validity_timestamp"] = RuleTally(units: 1000, failed: 50)
    #expect(sample.report().status == .failed)
    sample.found.tallies["volume_rows"] = nil
    #expect(sample.report().status == .error)
  }

  @Test(arguments: [
    (50, QualityStatus.passed), (51, .warning), (100, .warning), (101, .failed),
  ])
  func theScoreCountsAsARuleDoes(rowsWithErrors: Int, status: QualityStatus) {
    var sample = SampleFindings()
    sample.found.rowsWithErrors = rowsWithErrors
    #expect(sample.report().status == status)
    #expect(sample.report().score == Double(1000 - rowsWithErrors) / 10)
  }

  @Test func aRuleWithoutTallyIsAnErrorAndNeverAPass() throws {
    var sample = SampleFindings()
    sample.found.tallies["consistency_newest_first"] = nil
    let report = sample.report()
    let result = try #require(report.results.first { $0.rule.id == "consistency_newest_first" })
    #expect(result.status == .error && result.units == 0 && result.failed == 0)
    #expect(report.status == .error)
    #expect(
      report.reasons == [
        "consistency_newest_first could not be evaluated: the engine did not evaluate it"
      ])
  }

  @Test func aRuleThatCouldNotBeEvaluatedSaysWhyEvenWithATally() throws {
    var sample = SampleFindings()
    sample.found.failures["validity_mbid"] = "out of memory"
    let report = sample.report()
    let result = try #require(report.results.first { $0.rule.id == "validity_mbid" })
    #expect(result.status == .error && result.problem == "out of memory")
    #expect(report.reasons == ["validity_mbid could not be evaluated: out of memory"])
  }

  @Test func disabledRulesAreLeftOut() {
    var sample = SampleFindings()
    sample.found.tallies["validity_mbid"] = nil
    sample.ruleSet.settings["validity_mbid"] = RuleSetting(.error, isEnabled: false)
    let report = sample.report()
    #expect(report.status == .passed)
    #expect(report.results.count == SampleFindings.rules.all.count - 1)
    #expect(!report.results.contains { $0.rule.id == "validity_mbid" })
  }

  @Test func withoutAnyRuleTheScoreAloneCounts() {
    var sample = SampleFindings()
    for rule in SampleFindings.rules.all {
      sample.ruleSet.settings[rule.id] = RuleSetting(.error, isEnabled: false)
    }
    #expect(sample.report().status == .passed && sample.report().results.isEmpty)
  }

  @Test func noRowsHaveNoErrors() {
    var sample = SampleFindings()
    sample.rows = 0
    #expect(sample.report().score == 100)
  }

  @Test func samplesAreMadeOfThePositionsInOrder() throws {
    var sample = SampleFindings()
    var tally = RuleTally(units: 10, failed: 0)
    for position in [9, 3, 5] { tally.fail(at: position) }
    sample.found.tallies["validity_mbid"] = tally
    let result = sample.report().results.first { $0.rule.id == "validity_mbid" }
    #expect(result?.samples.map(\.lineNumber) == [3, 5, 9])
  }

  @Test func theReasonsNameTheScoreFirstAndThenTheRules() {
    var sample = SampleFindings()
    sample.found.rowsWithErrors = 60
    sample.found.tallies["validity_mbid"] = RuleTally(units: 800, failed: 10)
    #expect(
      sample.report().reasons == [
        "60 of 1000 rows have errors: the score is below 95.0",
        "validity_mbid: 10 of 800 rows",
      ])
    sample.found.rowsWithErrors = 200
    #expect(
      sample.report().reasons.first
        == "200 of 1000 rows have errors: the score is below 90.0")
  }

  @Test func whatMakesASampleMayFail() {
    struct Unreadable: Error {}
    var sample = SampleFindings()
    var tally = RuleTally()
    tally.fail(at: 1)
    sample.found.tallies["validity_mbid"] = tally
    #expect(throws: Unreadable.self) {
      try QualityReport(
        sample.found, rules: SampleFindings.rules, ruleSet: RuleSet(), rows: 1
      ) { _ in throw Unreadable() }
    }
  }
}
