import ListeningSessions
import Testing

struct ThresholdTests {
  @Test(arguments: [(11, false), (12, true), (13, true)])
  func aCountIsReachedByItself(failed: Int, isReached: Bool) {
    #expect(Threshold.count(12).isReached(by: failed, of: 1_000_000) == isReached)
  }

  @Test(arguments: [(4, false), (5, true), (6, true)])
  func aShareIsReachedByItself(failed: Int, isReached: Bool) {
    #expect(Threshold.percent(0.5).isReached(by: failed, of: 1000) == isReached)
  }

  @Test(arguments: [Threshold.count(0), .percent(0)])
  func noFailureReachesNone(threshold: Threshold) {
    #expect(!threshold.isReached(by: 0, of: 10))
    #expect(!threshold.isReached(by: 0, of: 0))
    #expect(threshold.isReached(by: 1, of: 10))
  }

  @Test func isWrittenAsInRuleSets() {
    #expect(Threshold.count(12).description == "12")
    #expect(Threshold.percent(0.5).description == "0.5 %")
  }
}
