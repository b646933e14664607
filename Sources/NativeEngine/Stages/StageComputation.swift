import ListeningSessions

/// Computes the first two stages from the inputs, in one pass over the rows and one over the users.
struct StageComputation {
  let inputs: InputSet
  let settings: AnalysisSettings
  let options: NativeEngine.Options
  let quality: QualityRules?
  let progress: any ProgressSink

  /// Scans, puts in order, cuts; what `store` may keep is kept when it is whole.
  func run(
    _ store: StageStore?, _ trace: inout RunTrace
  ) throws -> (ListenStage, SessionStage) {
    let plan = MemoryPlan(
      memory: options.memory, threads: options.threads, inputBytes: inputs.byteCount)
    let spill = ListenSpill(
      partitionCount: plan.partitionCount, in: options.temporaryDirectory)
    let scan = try trace.time("scan") {
      try InputScan.run(
        inputs, quality: quality,
        options: InputScan.Options(
          threads: options.threads, blockSize: options.blockSize, scanBytes: plan.scanBytes,
          hashesContent: store != nil),
        spill: spill, progress: progress)
    }
    let users = try trace.time("sessions") {
      try self.users(of: scan, spill, plan, store)
    }
    trace.note(spill)
    let counts = self.counts(of: scan, users.found.sessions)
    let findings = try trace.time("quality") { try self.findings(of: scan, users.found, counts) }
    return try trace.time("checkpoint") {
      try publish(scan, users, counts, findings, store)
    }
  }

  /// What the pass over the users gave, and where their listens are.
  private struct Users {
    let found: UserScan
    let memory: ScannedListens?
    let files: StageFiles
  }

  private func users(
    of scan: InputScan, _ spill: ListenSpill, _ plan: MemoryPlan, _ store: StageStore?
  ) throws -> Users {
    var files = StageFiles(
      listens: store?.beginListens().map { ListenFileWriter($0, capacity: scan.counts.rows) },
      sessions: store?.beginSessions().map { SessionFileWriter($0) })
    if spill.byteCount == 0, scan.fits(plan, threads: options.threads) {
      let listens = ScannedListens(merging: scan.parts)
      let found = try UserScan.run(
        listens, inputs: inputs, settings: settings, quality: quality, files: files,
        threads: options.threads)
      return Users(found: found, memory: listens, files: files)
    }
    for part in scan.parts { try part.spill(to: spill) }
    if files.listens == nil {
      // Without a cache the listens in order go to a file of their own that nobody finds.
      files.listens = ListenFileWriter(
        try CheckpointWriter.unnamed(in: options.temporaryDirectory), capacity: scan.counts.rows)
    }
    let found = try UserScan.run(
      spill, inputs: inputs, settings: settings, quality: quality, files: files,
      threads: options.threads, orderBytes: plan.orderBytes)
    return Users(found: found, memory: nil, files: files)
  }

  private func counts(of scan: InputScan, _ sessions: SessionScan) -> RowCounts {
    var counts = scan.counts
    counts.users = sessions.userCount
    counts.duplicates = sessions.duplicateCount
    return counts
  }

  private func findings(
    of scan: InputScan, _ users: UserScan, _ counts: RowCounts
  ) throws -> QualityFindings? {
    guard let quality, let found = users.quality else { return nil }
    return try QualityAssembly(quality: quality, scan: scan, inputs: inputs, counts: counts)
      .findings(found)
  }

  private func publish(
    _ scan: InputScan, _ users: Users, _ counts: RowCounts, _ findings: QualityFindings?,
    _ store: StageStore?
  ) throws -> (ListenStage, SessionStage) {
    let lengthRule = quality?.rules.sessionLength.id
    let lengthTally = lengthRule.flatMap { findings?.tallies[$0] }
    var kept = findings
    if let lengthRule { kept?.tallies[lengthRule] = nil }
    func stage(_ listens: ListenSource) -> ListenStage {
      ListenStage(
        counts: counts, findings: kept, lines: scan.lines, rejects: .scan(scan), listens: listens)
    }
    var source = users.memory.map { ListenSource.memory($0) }
    if let writer = users.files.listens {
      // What changed while it was read must not be kept.
      try inputs.requireUnchanged()
      let sections = try store.map { _ in
        try StageStore.sections(of: stage(.memory(ScannedListens(merging: []))), scan.contentHashes)
      }
      source = .file(try ListenFile(try writer.publish(sections ?? [])))
    }
    let sessionFile = try users.files.sessions.map { writer in
      try SessionFile(
        try writer.publish([("state", SessionState(lengthTally: lengthTally).json)]))
    }
    let sessions = users.found.sessions
    return (
      stage(source ?? .memory(ScannedListens(merging: []))),
      SessionStage(
        longest: sessions.longest.elements, sessionCount: sessions.sessionCount,
        lengthTally: lengthTally, file: sessionFile)
    )
  }
}
