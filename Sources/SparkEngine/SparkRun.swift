#if Spark
  import ArrowStream
  import FoundationEssentials
  import ListeningSessions
  import SparkConnect

  /// One analysis on a cluster: the statements in their order.
  struct SparkRun {
    let session: SparkSession
    let stages: StageProgress
    let settings: AnalysisSettings
    let options: SparkEngine.Options

    /// The answer.
    ///
    /// - Parameters:
    ///   - inputs: as the user named them.
    ///   - workingDirectory: what relative paths begin at.
    ///   - rejects: takes the rejected rows, unless the cluster writes them.
    ///   - list: takes all sessions, if they are asked for and the cluster does not write them.
    /// - Returns: the report.
    /// - Throws: `SparkError`, `AnalysisError`, what the sinks throw.
    func report(
      _ inputs: [String], in workingDirectory: String, _ rejects: any RejectSink,
      _ list: (any SessionSink)?
    ) async throws -> AnalysisReport {
      stages.begin("inputs")
      let order = try await self.order(of: inputs, in: workingDirectory)
      try await prepare()
      stages.begin("scan")
      try await keep(
        .rows, RowsQuery(source: LinesSource(inputs: order.inputs).sql, order: order).sql,
        in: try await storage(order.inputs.reduce(0) { $0 + $1.byteCount }))
      let lines = try LineMap(try await session.query(LineSummaryQuery().sql), order: order)
      try await spread()

      stages.begin("sessions")
      let conditions = settings.quality.map { question in
        QualityConditions(
          rules: question.ruleSet.rules(gapSeconds: settings.gap.seconds, now: question.now),
          ruleSet: question.ruleSet)
      }
      try await keep(
        .stretches, StretchesQuery(gapSeconds: settings.gap.seconds, quality: conditions).sql)
      let counts = try await self.counts(lines.counts)
      let ranked = try RankedListens(
        try await session.query(
          RankedListensQuery(measure: settings.rankSessionsBy, limit: settings.topSessions).sql))

      stages.begin("quality")
      let findings = try await conditions.asyncMap { try await self.findings($0, lines, counts) }
      stages.begin("rejects")
      let places = try await Places(lines: lines, session: session)
        .find(
          samples: findings, rejects: options.output == nil ? counts.rejects : 0, to: rejects)
      let quality = try conditions.flatMap { conditions in
        try findings.map { findings in
          try QualityReport(
            findings, rules: conditions.rules, ruleSet: conditions.ruleSet, rows: counts.rows
          ) { try places.sample($0) }
        }
      }
      if let output = options.output {
        try await write(lines, to: output)
      } else if let list {
        try await self.list(to: list)
      }
      return AnalysisReport(
        settings: settings,
        inputs: order.inputs.map { InputSummary(path: $0.path, byteCount: $0.byteCount) },
        counts: counts, sessions: ranked.sessions(by: settings.rankSessionsBy),
        names: ranked.names,
        quality: quality,
        execution: try await execution())
    }

    private func order(of inputs: [String], in workingDirectory: String) async throws -> InputOrder
    {
      let listing = ListingQuery(inputs: inputs, workingDirectory: workingDirectory)
      let found: ArrowTable
      do {
        found = try await session.query(listing.sql())
      } catch let error as SparkError {
        throw AnalysisError(error, listing: inputs)
      }
      return InputOrder(
        try listing.files(
          try (0..<found.rowCount).map { row in
            (
              input: try found.int("input", row),
              location: try found.text("location", row).description,
              byteCount: try found.int("bytes", row)
            )
          }))
    }

    /// Settings of the session: times in UTC, errors as errors; kept rows without compression, which
    /// would take twice the time of the whole scan, and in as few partitions as they fill unless the
    /// user says how many: every query over them runs a task for each.
    private func prepare() async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (key, value) in [
          ("spark.sql.session.timeZone", "UTC"), ("spark.sql.ansi.enabled", "true"),
          ("spark.sql.adaptive.enabled", "true"),
          ("spark.sql.inMemoryColumnarStorage.compressed", "false"),
          (
            "spark.sql.optimizer.canChangeCachedPlanOutputPartitioning",
            "\(options.partitions == nil)"
          ),
        ] {
          group.addTask { try await session.run("SET \(key)=\(value)") }
        }
        try await group.waitForAll()
      }
    }

    /// Where the lines are kept, by their size and the memory of the cluster.
    private func storage(_ inputBytes: Int) async throws -> ClusterStorage {
      if let storage = options.storage { return storage }
      async let master = session.setting("spark.master")
      async let driverMemory = session.setting("spark.driver.memory")
      async let executorMemory = session.setting("spark.executor.memory")
      async let executors = session.setting("spark.executor.instances")
      return CacheStrategy(
        master: try await master ?? "", driverMemory: try await driverMemory,
        executorMemory: try await executorMemory, executors: try await executors
      ).storage(inputBytes: inputBytes)
    }

    private func keep(
      _ relation: Relation, _ sql: String, in storage: ClusterStorage = .memory
    ) async throws {
      guard options.storage != ClusterStorage.none, let level = storage.level else {
        return try await session.run(
          "CREATE OR REPLACE TEMPORARY VIEW \(relation.rawValue) AS\n\(sql)")
      }
      try await session.run(
        """
        CACHE LAZY TABLE \(relation.rawValue) OPTIONS ('storageLevel' = '\(level)') AS
        \(sql)
        """)
    }

    /// Sets into how many partitions listens are spread.
    private func spread() async throws {
      let strategy = PartitionStrategy(
        master: try await session.setting("spark.master") ?? "",
        processors: ProcessInfo.processInfo.activeProcessorCount, override: options.partitions)
      let users = try await session.query(
        "SELECT approx_count_distinct(user) AS users FROM \(Relation.rows.rawValue) WHERE reason = 0"
      )
      let partitions = strategy.partitions(users: try users.int("users", 0))
      try await session.run("SET spark.sql.shuffle.partitions=\(partitions)")
    }

    private func counts(_ lines: RowCounts) async throws -> RowCounts {
      let totals = try await session.query(SessionTotalsQuery().sql)
      var counts = lines
      counts.users = try totals.int("users", 0)
      counts.sessions = try totals.int("sessions", 0)
      counts.duplicates = try totals.int("duplicates", 0)
      return counts
    }

    private func findings(
      _ conditions: QualityConditions, _ lines: LineMap, _ counts: RowCounts
    ) async throws -> QualityFindings {
      let headers = lines.headers
      let sampling = RowSampling(byteCount: lines.order.inputs.reduce(0) { $0 + $1.byteCount })
      try await keep(.songs, SongsQuery(headers: headers).sql)
      // Before the columns, which ask for the songs again and again: by then they are kept.
      let rows = try await session.query(
        RowTalliesQuery(conditions: conditions, headers: headers).sql)
      async let listens = session.query(ListenTalliesQuery(conditions: conditions).sql)
      async let registers = session.query(RegistersQuery(headers: headers).sql)
      async let spread = session.query(UserSpreadQuery.sql)
      async let columns = columns(sampling, lines)
      var findings = try QualityCollection(
        conditions: conditions, counts: counts, rows: rows, listens: try await listens,
        columns: try await columns, registers: try await registers, spread: try await spread,
        countedEvery: sampling.every
      ).findings()
      let samples = SamplesQuery(
        conditions: conditions, gapSeconds: settings.gap.seconds, headers: headers,
        failing: Set(findings.tallies.filter { $0.value.failed > 0 }.keys))
      guard let sql = samples.sql else { return findings }
      let found = try await session.query(sql)
      for row in 0..<found.rowCount {
        let rule = try found.text("rule", row).description
        findings.tallies[rule]?.sample(try found.int("pos", row))
      }
      return findings
    }

    private func columns(_ sampling: RowSampling, _ lines: LineMap) async throws -> ArrowTable {
      if sampling.every > 1 {
        try await keep(
          .sampled,
          SampledSongsQuery(sampling: sampling, headers: lines.headers, starts: lines.starts).sql)
      }
      return try await session.query(
        ColumnProfileQuery(
          headers: lines.headers, frequent: sampling.every > 1 ? .sampled : .songs
        ).sql)
    }

    private func list(to sink: any SessionSink) async throws {
      stages.begin("list")
      try await session.stream(SessionListQuery(gapSeconds: settings.gap.seconds).sql) { batch in
        try sink.write(try ListedSessions.read(batch))
      }
    }
  }

  extension Optional {
    fileprivate func asyncMap<Result>(
      _ transform: (Wrapped) async throws -> Result
    ) async rethrows -> Result? {
      guard let self else { return nil }
      return try await transform(self)
    }
  }
#endif
