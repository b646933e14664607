#if Spark
  import ArrowStream
  import SparkConnect
  import Testing

  /// However work ends, nothing of it stays on the cluster.
  struct StoppingTests {
    private struct Enough: Error {}

    /// Two minutes of work for two executors, in tasks of a fifth of a second.
    private static let long = """
      SELECT count(*) AS n FROM range(0, 1200, 1, 1200) WHERE java_method('java.lang.Thread',
      'sleep', cast(id * 0 + 200 AS BIGINT)) IS NULL
      """

    @Test func anInterruptionEndsTheStatementAndAllLaterOnes() async throws {
      try await SharedServer.withSession { session in
        let work = Task { try await session.query(Self.long) }
        try await expectWork(of: session)
        await session.interrupt()
        let error = await #expect(throws: SparkError.self) { try await work.value }
        #expect(error?.kind == .interrupted)
        try await expectNoWork(of: session)
        let later = await #expect(throws: SparkError.self) { try await session.query("SELECT 1") }
        #expect(later?.kind == .interrupted)
      }
    }

    @Test func aCancelledTaskStopsItsWork() async throws {
      try await SharedServer.withSession { session in
        let work = Task { try await session.query(Self.long) }
        try await expectWork(of: session)
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        try await expectNoWork(of: session)
        #expect(try await session.query("SELECT 1").rowCount == 1)
      }
    }

    @Test func whoeverWantsNoMoreRowsStopsTheWork() async throws {
      try await SharedServer.withSession { session in
        await #expect(throws: Enough.self) {
          try await session.stream("SELECT id FROM range(0, 100000000, 1, 200)") { _ in
            throw Enough()
          }
        }
        try await expectNoWork(of: session)
      }
    }

    @Test func closingStopsTheWorkAndRunsTheCleanup() async throws {
      let session = try await SharedServer.session()
      let name = "kept_\(session.sessionID.prefix(8))"
      try await session.run("CACHE TABLE \(name) AS SELECT id FROM range(1000)")
      let monitor = try SharedServer.monitor
      #expect(try await monitor.keptResults() > 0)
      let work = Task { try await session.query(Self.long) }
      try await expectWork(of: session)
      await session.interrupt()
      await session.close(after: ["UNCACHE TABLE IF EXISTS \(name)"])
      await #expect(throws: SparkError.self) { try await work.value }
      try await expectNoWork(of: session)
      #expect(try await monitor.wait { try await monitor.keptResults() == 0 })
    }

    @Test func closingTwiceAndUsingAfterwardsIsNoHang() async throws {
      let session = try await SharedServer.session()
      await session.close()
      await session.close()
      await #expect(throws: (any Error).self) { try await session.query("SELECT 1") }
    }

    private func expectWork(of session: SparkSession) async throws {
      let monitor = try SharedServer.monitor
      let id = session.sessionID
      #expect(try await monitor.wait { try await monitor.runningJobs(of: id) > 0 })
    }

    private func expectNoWork(of session: SparkSession) async throws {
      let monitor = try SharedServer.monitor
      let id = session.sessionID
      #expect(try await monitor.wait { try await monitor.runningJobs(of: id) == 0 })
    }
  }
#endif
