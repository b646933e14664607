#if Spark
  import ArrowStream
  import ListeningSessions
  import SparkConnect

  extension SparkRun {
    /// How the cluster came to the answer; asked when everything else is done.
    func execution() async throws -> Execution {
      let spread = try await session.query(PartitionsQuery.sql)
      let cores = try await session.query(CoresQuery.sql)
      let use = await MonitoringPages(
        host: try await session.setting("spark.driver.host"),
        port: try await session.setting("spark.ui.port"),
        application: try await session.setting("spark.app.id")
      )?.use(of: session.sessionID)
      return Execution(
        engine: "spark", threads: try cores.int("cores", 0), stages: stages.stages,
        peakMemoryBytes: nil,
        partitions: PartitionSummary(
          rowCounts: try (0..<spread.rowCount).map { try spread.int("rows", $0) },
          spilledBytes: use?.spilledBytes),
        storage: use?.storage)
    }
  }
#endif
