import ListeningSessions
import Testing

struct StorageSummaryTests {
  private func table(
    _ partitions: Int, kept: Int, reads: Int
  ) -> StorageSummary.Table {
    StorageSummary.Table(
      partitions: partitions, keptPartitions: kept, memoryBytes: 100, diskBytes: 10, reads: reads)
  }

  @Test func everyReadButTheFirstFindsThePartition() {
    let summary = StorageSummary([table(4, kept: 4, reads: 12), table(2, kept: 2, reads: 4)])
    #expect(summary.partitions == 6 && summary.keptPartitions == 6)
    #expect(summary.memoryBytes == 200 && summary.diskBytes == 20)
    #expect(summary.reads == 16 && summary.hits == 10 && summary.hitRatio == 0.625)
  }

  @Test func whatIsNotKeptIsComputedAtEveryRead() {
    #expect(StorageSummary([table(4, kept: 1, reads: 12)]).hits == 2)
    #expect(StorageSummary([table(4, kept: 0, reads: 12)]).hitRatio == 0)
  }

  @Test(arguments: [(0, 0), (4, 0), (4, 3)])
  func whatIsHardlyReadHasNoHits(partitions: Int, reads: Int) {
    let summary = StorageSummary([table(partitions, kept: partitions, reads: reads)])
    #expect(summary.hits == 0 && summary.hitRatio == 0)
  }
}
