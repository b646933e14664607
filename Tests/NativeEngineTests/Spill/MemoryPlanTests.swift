import Testing

@testable import NativeEngine

struct MemoryPlanTests {
  @Test(arguments: [64, 256, 512, 2000, 16_000], [1, 2, 8])
  func theSharesLeaveRoomForTheProgram(megabytes: Int, threads: Int) {
    let memory = megabytes << 20
    let plan = MemoryPlan(memory: memory, threads: threads, inputBytes: 1 << 34)
    #expect(plan.scanBytes * threads + plan.mbidBytes <= memory)
    #expect(plan.orderBytes * threads <= memory)
    #expect(plan.scanBytes > 0 && plan.mbidBytes > 0 && plan.orderBytes > 0)
  }

  @Test(arguments: [64, 256, 512, 2000, 16_000], [1, 2, 8])
  func rankedListensGetWhatTheKeptOnesLeave(megabytes: Int, threads: Int) {
    let plan = MemoryPlan(memory: megabytes << 20, threads: threads, inputBytes: 1 << 34)
    let shared = plan.scanBytes * threads + plan.mbidBytes
    #expect(plan.rankedBytes(besides: 0, threads: threads) == shared)
    let kept = plan.scanBytes * threads / 2
    #expect(plan.rankedBytes(besides: kept, threads: threads) + kept == shared)
    // Whatever is kept, something is left to work with.
    #expect(plan.rankedBytes(besides: shared, threads: threads) == plan.mbidBytes)
  }

  @Test func aSmallInputIsOnePartition() {
    #expect(MemoryPlan(memory: 2 << 30, threads: 2, inputBytes: 1000).partitionCount == 1)
    #expect(MemoryPlan(memory: 2 << 30, threads: 2, inputBytes: 0).partitionCount == 1)
  }

  @Test func lessMemoryAndMoreInputGiveMorePartitions() {
    let counts = [1 << 30, 512 << 20, 256 << 20].map {
      MemoryPlan(memory: $0, threads: 2, inputBytes: 22 << 30).partitionCount
    }
    #expect(counts == counts.sorted() && Set(counts).count == 3)
    let larger = MemoryPlan(memory: 1 << 30, threads: 2, inputBytes: 88 << 30)
    #expect(larger.partitionCount > counts[0])
  }

  @Test(arguments: [256, 512, 2000])
  func theUsersOfAPartitionLeaveRoomForTheirListens(megabytes: Int) {
    let rows = 10_000_000
    let plan = MemoryPlan(memory: megabytes << 20, threads: 2, inputBytes: rows * 100)
    // Every row is of another user.
    #expect(rows / plan.partitionCount * 150 <= plan.orderBytes / 2)
  }

  @Test func thereAreNoMorePartitionsThanUsers() {
    let plan = MemoryPlan(memory: 256 << 20, threads: 2, inputBytes: 22 << 30, users: 3)
    #expect(plan.partitionCount == 3)
  }

  @Test func theLargestUserIsOrderedByEveryThread() {
    let plan = MemoryPlan(memory: 512 << 20, threads: 2, inputBytes: 1 << 31)
    let kept = plan.scanBytes
    #expect(plan.fits(keptBytes: kept, users: 1000, largestUser: 1000, threads: 2))
    #expect(!plan.fits(keptBytes: kept, users: 1000, largestUser: 10_000_000, threads: 2))
    #expect(!plan.fits(keptBytes: kept, users: 10_000_000, largestUser: 1, threads: 2))
  }
}
