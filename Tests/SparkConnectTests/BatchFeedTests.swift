#if Spark
  import ArrowStream
  import Synchronization
  import Testing

  @testable import SparkConnect

  struct BatchFeedTests {
    private struct Enough: Error {}

    @Test func batchesArriveInOrderAndNoMoreThanOneIsOnItsWay() async throws {
      let feed = BatchFeed()
      let sent = Mutex(0)
      let sender = Task {
        for number in 1...50 {
          sent.withLock { $0 = number }
          try await feed.send(ArrowTable())
        }
        feed.finish()
      }
      var taken = 0
      try await feed.forEach { _ in
        taken += 1
        #expect(sent.withLock { $0 } <= taken + 1)
      }
      try await sender.value
      #expect(taken == 50)
    }

    @Test func aSenderIsToldWhenNobodyTakesBatchesAnyMore() async {
      let feed = BatchFeed()
      let sender = Task {
        defer { feed.finish() }
        while true { try await feed.send(ArrowTable()) }
      }
      await #expect(throws: Enough.self) { try await feed.forEach { _ in throw Enough() } }
      await #expect(throws: CancellationError.self) { try await sender.value }
    }
  }
#endif
