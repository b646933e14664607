#if Spark
  import ArrowStream

  /// Hands batches from the task that receives to the one that uses them, one at a time.
  ///
  /// The receiver waits until a batch has been used, so that no more than one is in memory.
  struct BatchFeed: Sendable {
    private let batches: AsyncThrowingStream<ArrowTable, any Error>
    private let batchInlet: AsyncThrowingStream<ArrowTable, any Error>.Continuation
    private let used: AsyncStream<Void>
    private let usedInlet: AsyncStream<Void>.Continuation

    init() {
      (batches, batchInlet) = AsyncThrowingStream.makeStream()
      (used, usedInlet) = AsyncStream.makeStream()
    }

    /// Hands a batch on and waits until it has been used.
    ///
    /// - Parameter batch: the batch.
    /// - Throws: `CancellationError` if nobody takes batches any more.
    func send(_ batch: ArrowTable) async throws {
      batchInlet.yield(batch)
      for await _ in used { return }
      throw CancellationError()
    }

    /// Says that there are no more batches.
    func finish() { batchInlet.finish() }

    /// Takes all batches.
    ///
    /// - Parameter body: uses one.
    /// - Throws: what `body` throws; the receiver is then told to stop.
    func forEach(_ body: (ArrowTable) throws -> Void) async throws {
      defer { usedInlet.finish() }
      for try await batch in batches {
        try body(batch)
        usedInlet.yield()
      }
    }
  }
#endif
