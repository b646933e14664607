import ListeningSessions
import Testing

struct AnomalyRulesTests {
  private let rules = AnomalyRules()

  @Test func theStandardRulesAreTheDocumentedOnes() {
    #expect(rules.deviations == 3 && rules.relativeChange == 50)
    #expect(rules.minimumHistory == 5 && rules.longestHistory == 30)
  }

  @Test func aRunLikeTheOthersIsUsual() {
    let history = RunsOf.rows([98, 99, 100, 101, 102])
    #expect(rules.anomalies(in: RunsOf.run(rows: 101), history: history) == [])
  }

  // Mean 100, sample deviation √2.5 = 1.5811: three of them reach from 95.26 to 104.74.
  @Test(arguments: [(95, true), (96, false), (104, false), (105, true)])
  func threeDeviationsAreUsual(rows: Int, isUnusual: Bool) {
    let history = RunsOf.rows([98, 99, 100, 101, 102])
    let found = rules.anomalies(in: RunsOf.run(rows: rows), history: history)
    #expect(found.map(\.strategy) == (isUnusual ? [.deviation] : []))
  }

  @Test func theFindingTellsTheExpectedRange() throws {
    let history = RunsOf.rows([98, 99, 100, 101, 102])
    let found = rules.anomalies(in: RunsOf.run(rows: 105), history: history)
    let anomaly = try #require(found.first)
    #expect(anomaly.metric == .rows && anomaly.value == 105)
    #expect(abs(anomaly.expectedLow - 95.2566) < 0.001)
    #expect(abs(anomaly.expectedHigh - 104.7434) < 0.001)
    #expect(anomaly.message == "rows is 105, expected 96 to 104 (mean ± 3.0 σ of 5 runs)")
  }

  // Mean 100 and a deviation of 70.7: three deviations allow everything up to 312.
  @Test(arguments: [(49, true), (50, false), (150, false), (151, true)])
  func halfTheMeanMoreOrLessIsUsual(rows: Int, isUnusual: Bool) {
    let history = RunsOf.rows([0, 50, 100, 150, 200, 100])
    let found = rules.anomalies(in: RunsOf.run(rows: rows), history: history)
    #expect(found.map(\.strategy) == (isUnusual ? [.relativeChange] : []))
  }

  @Test func aJumpIsFoundByBothStrategies() {
    let history = RunsOf.rows([98, 99, 100, 101, 102])
    let found = rules.anomalies(in: RunsOf.run(rows: 1000), history: history)
    #expect(found.map(\.strategy) == [.deviation, .relativeChange])
    #expect(
      found.last?.message == "rows is 1000, expected 50 to 150 (mean ± 50.0 % of 5 runs)")
  }

  /// Ten times 0.1 is not 1 in binary, so the mean of equal values is not always their value.
  @Test(arguments: [0, 0.1, 1.0 / 3, 99.99, 100])
  func equalValuesAreUsual(share: Double) {
    for count in 5...30 {
      let history = (0..<count).map { RunsOf.run("\($0)", rejectShare: share) }
      #expect(rules.anomalies(in: RunsOf.run(rejectShare: share), history: history) == [])
    }
  }

  @Test func anotherValueAfterEqualOnesIsUnusual() {
    let history = RunsOf.rows([100, 100, 100, 100, 100])
    let found = rules.anomalies(in: RunsOf.run(rows: 101), history: history)
    #expect(
      found.map(\.message) == ["rows is 101, expected 100 to 100 (mean ± 3.0 σ of 5 runs)"])
  }

  @Test func afterZerosOnlyTheDeviationSpeaks() {
    let history = (0..<5).map { RunsOf.run("\($0)", rejectShare: 0) }
    let found = rules.anomalies(in: RunsOf.run(rejectShare: 0.5), history: history)
    #expect(found.map(\.metric) == [.rejectShare] && found.map(\.strategy) == [.deviation])
    #expect(
      found.first?.message
        == "reject_share is 0.5 %, expected 0.0 % to 0.0 % (mean ± 3.0 σ of 5 runs)")
  }

  @Test func aShortHistorySaysNothing() {
    let history = RunsOf.rows([100, 100, 100, 100])
    #expect(rules.anomalies(in: RunsOf.run(rows: 1), history: history) == [])
  }

  @Test func withoutAMinimumOneRunIsEnoughAndNoneSaysNothing() {
    var rules = AnomalyRules()
    rules.minimumHistory = 0
    #expect(rules.anomalies(in: RunsOf.run(rows: 1), history: []) == [])
    let found = rules.anomalies(in: RunsOf.run(rows: 1), history: RunsOf.rows([100]))
    #expect(found.map(\.strategy) == [.deviation, .relativeChange])
  }

  @Test func onlyRunsThatHaveTheMetricCount() {
    let without = (0..<5).map { RunsOf.run("\($0)", score: nil) }
    let four = (5..<9).map { RunsOf.run("\($0)", score: 99) }
    let fifth = RunsOf.run("9", score: 99)
    let run = RunsOf.run(score: 10)
    #expect(rules.anomalies(in: run, history: without + four) == [])
    let found = rules.anomalies(in: run, history: without + four + [fifth])
    #expect(found.map(\.metric) == [.score, .score])
    #expect(rules.anomalies(in: RunsOf.run(score: nil), history: four + [fifth]) == [])
  }

  @Test func theRunItselfIsNotItsHistory() {
    let run = RunsOf.run("same", rows: 1)
    let history = RunsOf.rows([100, 100, 100, 100]) + [run]
    #expect(rules.anomalies(in: run, history: history) == [])
  }

  @Test func onlyTheNewestRunsCount() {
    let history = RunsOf.rows(Array(repeating: 100, count: 30) + [1_000_000])
    #expect(rules.anomalies(in: RunsOf.run(rows: 100), history: history) == [])
    #expect(rules.anomalies(in: RunsOf.run(rows: 101), history: history).count == 1)
  }

  @Test func theExpectedRangeKeepsToWhatIsPossible() {
    var history = RunsOf.rows([0, 1, 1, 1, 2])
    for index in history.indices { history[index].score = Double(90 + 2 * index) }
    var run = RunsOf.run(rows: 50)
    run.score = 1
    let found = rules.anomalies(in: run, history: history)
    #expect(found.filter { $0.metric == .rows }.map(\.expectedLow) == [0, 0.5])
    #expect(found.filter { $0.metric == .score }.allSatisfy { $0.expectedHigh == 100 })
    #expect(found.filter { $0.metric == .score }.count == 2)
  }

  @Test func everyMetricIsJudged() {
    let history = (0..<5).map { RunsOf.run("\($0)") }
    let run = RunMetrics(
      runID: "new", startedAt: .latest, status: .failed, rows: 1, users: 1, rejectShare: 90,
      blankShare: 90, score: 9, seconds: 1, exitCode: 1)
    let found = rules.anomalies(in: run, history: history)
    #expect(Set(found.map(\.metric)) == Set(RunMetric.allCases))
    #expect(found.count == 2 * RunMetric.allCases.count)
    #expect(found.allSatisfy { !($0.expectedLow...$0.expectedHigh).contains($0.value) })
  }
}
