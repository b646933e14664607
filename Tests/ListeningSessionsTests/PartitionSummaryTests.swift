import ListeningSessions
import Testing

struct PartitionSummaryTests {
  @Test func theSkewIsTheGreatestOverTheMean() {
    let summary = PartitionSummary(rowCounts: [2, 10, 0], spilledBytes: 144)
    #expect(summary.count == 3 && summary.leastRows == 0 && summary.greatestRows == 10)
    #expect(summary.meanRows == 4 && summary.skew == 2.5 && summary.spilledBytes == 144)
  }

  @Test(arguments: [[], [0], [0, 0]])
  func withoutRowsAllAreAlike(rowCounts: [Int]) {
    let summary = PartitionSummary(rowCounts: rowCounts, spilledBytes: 0)
    #expect(summary.skew == 1 && summary.greatestRows == 0)
  }
}
