#if Spark
  import ArrowStream
  import Foundation
  import SparkConnect
  import Testing

  extension Faults {
    /// Servers, workers and executors that die.
    @Suite struct BrokenCluster {
      @Test func aKilledWorkerChangesNothingInTheAnswer() async throws {
        try await OwnServer.with("workers", "--standalone") { server in
          let session = try await SparkSession.connect(to: SparkRemote(server.address))
          try await expectExecutors(2, of: server)
          let work = Task { try await session.query(Work.shuffling(tasks: 60)) }
          // In the second stage, when both workers hold files that it reads.
          let monitor = try server.monitor
          #expect(try await monitor.wait { try await monitor.runningJobs() > 0 })
          try await Task.sleep(for: .seconds(4))
          let worker = try #require(try server.workers.first)
          let executors = try server.executors(of: worker)
          for pid in executors + [worker] { kill(pid, SIGKILL) }
          let table = try await work.value
          #expect(try table.column("n").int64(0) == 20_000)
          #expect(!executors.isEmpty)
          await session.close()
          #expect(try await server.monitor.runningJobs() == 0)
        }
      }

      @Test func memoryPathsAndAKilledServer() async throws {
        try await OwnServer.with(
          "broken", "--memory", "500m", "--conf", "spark.task.maxFailures=1"
        ) { server in
          try await namesPathsThatAreNotThere(server)
          try await namesPathsThatCannotBeWritten(server)
          try await tellsThatMemoryRanOut(server)
          try await tellsThatTheServerWasKilled(server)
        }
      }

      private func namesPathsThatAreNotThere(_ server: OwnServer) async throws {
        let session = try await SparkSession.connect(to: SparkRemote(server.address))
        let error = await #expect(throws: SparkError.self) {
          try await session.run(
            "CREATE TEMPORARY VIEW lines USING text OPTIONS (path '/no/such/listens.tsv')")
        }
        #expect(error?.errorClass == "PATH_NOT_FOUND")
        #expect(error?.message.contains("/no/such/listens.tsv") == true)
        await session.close()
      }

      private func namesPathsThatCannotBeWritten(_ server: OwnServer) async throws {
        let session = try await SparkSession.connect(to: SparkRemote(server.address))
        // The tests may run as root, who may write everywhere, but not into /proc.
        let error = await #expect(throws: SparkError.self) {
          try await session.run(
            "INSERT OVERWRITE DIRECTORY '/proc/sidelong' USING text SELECT 'x' AS value")
        }
        #expect(error?.kind == .statement)
        let texts = [error?.message ?? ""] + (error?.causes ?? [])
        #expect(texts.contains { $0.contains("/proc/sidelong") }, "\(texts)")
        await session.close()
      }

      private func tellsThatMemoryRanOut(_ server: OwnServer) async throws {
        let session = try await SparkSession.connect(to: SparkRemote(server.address))
        let error = await #expect(throws: SparkError.self) {
          try await session.query(
            "SELECT size(collect_list(repeat(cast(id AS STRING), 200000))) FROM range(20000)")
        }
        #expect(error?.kind == .memory, "\(error?.message ?? "") \(error?.causes ?? [])")
        // The cluster goes on with a new executor; until then the dying one may still be given tasks.
        let monitor = try server.monitor
        #expect(
          try await monitor.wait {
            (try? await session.query("SELECT count(*) AS n FROM range(10)")) != nil
          })
        await session.close()
        #expect(try await server.monitor.runningJobs() == 0)
      }

      private func tellsThatTheServerWasKilled(_ server: OwnServer) async throws {
        let session = try await SparkSession.connect(to: SparkRemote(server.address))
        let pid = try server.pid
        let executors = try server.executors(of: pid)
        let work = Task { try await session.query(Work.sleeping(tasks: 300)) }
        try await Task.sleep(for: .seconds(3))
        kill(pid, SIGKILL)
        let error = await #expect(throws: SparkError.self) { try await work.value }
        #expect(error?.kind == .lost)
        #expect(error?.message.contains("went away") == true)
        let clock = ContinuousClock()
        let start = clock.now
        await session.close()
        #expect(clock.now - start < .seconds(15))
        // Its executors notice by themselves.
        #expect(!executors.isEmpty)
        for _ in 0..<150 where executors.contains(where: { kill($0, 0) == 0 }) {
          try await Task.sleep(for: .milliseconds(200))
        }
        #expect(executors.allSatisfy { kill($0, 0) != 0 })
      }

      @Test func aServerThatWasStartedAnewKnowsNothingOfTheSession() async throws {
        let session = try await OwnServer.with("first", "--master", "local[1]") { server in
          let session = try await SparkSession.connect(to: SparkRemote(server.address))
          try await session.run("CREATE TEMPORARY VIEW v AS SELECT 1 AS n")
          try await server.stop()
          try await OwnServer.with(
            "second", "--master", "local[1]", "--port", "\(try server.port)"
          ) { _ in
            let error = await #expect(throws: SparkError.self) {
              try await session.query("SELECT n FROM v")
            }
            #expect(error?.kind == .lost)
            #expect(error?.message.contains("INVALID_HANDLE.SESSION") == true)
          }
          return session
        }
        await session.close()
      }

      private func expectExecutors(_ count: Int, of server: OwnServer) async throws {
        let monitor = try server.monitor
        #expect(try await monitor.wait { try await monitor.executors().count == count })
      }
    }
  }
#endif
