#if Spark
  import ListeningSessions
  import SparkConnect

  extension SparkRun {
    /// Has the cluster write the large tables.
    func write(_ lines: LineMap, to output: ClusterOutput) async throws {
      try await write(.rejects(lines, limit: output.rejectLimit), to: output)
      guard output.listsSessions else { return }
      stages.begin("list")
      try await write(.sessions(gapSeconds: settings.gap.seconds), to: output)
    }

    private func write(_ table: ClusterTable, to output: ClusterOutput) async throws {
      do {
        try await session.run(output.statement(table))
      } catch let error as SparkError {
        throw AnalysisError(error, writing: output.location(of: table.name))
      }
    }
  }
#endif
