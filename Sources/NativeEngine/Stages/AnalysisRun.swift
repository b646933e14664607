import ListeningSessions

/// One analysis: each stage computed, or taken from what an earlier run kept.
struct AnalysisRun {
  private let inputs: InputSet
  private let settings: AnalysisSettings
  private let options: NativeEngine.Options
  private let quality: QualityRules?
  private let listsSessions: Bool
  private let progress: any ProgressSink

  init(
    inputs: InputSet, settings: AnalysisSettings, options: NativeEngine.Options,
    listsSessions: Bool, progress: any ProgressSink
  ) {
    self.listsSessions = listsSessions
    self.inputs = inputs
    self.settings = settings
    self.options = options
    self.progress = progress
    quality = settings.quality.map {
      QualityRules(
        $0, gap: settings.gap, byteCount: inputs.expectedByteCount, memory: options.memory)
    }
  }

  /// The answer.
  ///
  /// - Parameters:
  ///   - rejects: takes the rejected rows.
  ///   - list: takes all sessions, if the run lists them.
  /// - Returns: the report.
  /// - Throws: `AnalysisError`; what the sinks throw.
  func report(_ rejects: any RejectSink, _ list: (any SessionSink)?) throws -> AnalysisReport {
    var trace = RunTrace()
    let store = try options.cache.flatMap { cache in
      try StageKeys(inputs, settings, quality).map { StageStore(cache, $0) }
    }
    do {
      return try report(rejects, list, try stages(store, &trace), &trace)
    } catch let damage as DamagedCheckpoint {
      store?.report("a checkpoint is computed again: \(damage.reason)")
      trace = RunTrace()
      return try report(rejects, list, try compute(store, &trace), &trace)
    }
  }

  /// Computes both stages, if need be without keeping them.
  private func compute(
    _ store: StageStore?, _ trace: inout RunTrace
  ) throws -> (ListenStage, SessionStage) {
    var computation = StageComputation(
      inputs: inputs, settings: settings, options: options, quality: quality,
      listsSessions: listsSessions, progress: progress)
    do {
      return try computation.run(store, &trace)
    } catch let failure as CheckpointNotKept {
      store?.report("nothing is kept of this run: \(failure.reason)")
      return try computation.run(nil, &trace)
    }
  }

  /// The results of both stages, those that are kept as they are.
  private func stages(
    _ store: StageStore?, _ trace: inout RunTrace
  ) throws -> (ListenStage, SessionStage) {
    guard let store else { return try compute(nil, &trace) }
    let kept = try trace.time("checkpoint") { try keptListens(store) }
    trace.look(up: .listens, isHit: kept != nil, rows: kept?.stage.counts.rows ?? 0)
    guard let kept else {
      trace.look(up: .sessions, isHit: false, rows: 0)
      return try compute(store, &trace)
    }
    let sessions = try trace.time("sessions") {
      try store.sessions(of: kept.file).map { file, state in
        try SessionCut.ranked(
          file, state, of: kept.file, settings: settings, threads: options.threads)
      }
    }
    trace.look(up: .sessions, isHit: sessions != nil, rows: 0)
    if let sessions { return (kept.stage, sessions) }
    return (kept.stage, try trace.time("sessions") { try cut(kept.file, store) })
  }

  private func cut(_ listens: ListenFile, _ store: StageStore) throws -> SessionStage {
    let cut = SessionCut(
      listens: listens, settings: settings, rule: quality?.rules.sessionLength,
      threads: options.threads)
    do {
      return try cut.cut(
        writingTo: store.beginSessions() ?? (listsSessions ? unnamedFile() : nil))
    } catch let failure as CheckpointNotKept {
      store.report("the sessions are not kept: \(failure.reason)")
      return try cut.cut(writingTo: listsSessions ? unnamedFile() : nil)
    }
  }

  /// A file for what this run alone needs.
  private func unnamedFile() throws -> CheckpointWriter {
    try CheckpointWriter.unnamed(in: options.temporaryDirectory)
  }

  /// The kept listens, if they may be used.
  private func keptListens(_ store: StageStore) throws -> (stage: ListenStage, file: ListenFile)? {
    guard let (file, stage, hashes) = try store.listens(of: inputs) else { return nil }
    if let quality, !quality.accepts(stage.findings) { return nil }
    if options.verifiesCache {
      let found = try InputContentHash.ofFiles(
        in: inputs, blockSize: stage.lines.blockSize, threads: options.threads)
      if found.map(\.value) != hashes {
        throw DamagedCheckpoint("the inputs do not hold what they held")
      }
    }
    return (stage, file)
  }

  private func report(
    _ rejects: any RejectSink, _ list: (any SessionSink)?,
    _ stages: (listens: ListenStage, sessions: SessionStage), _ trace: inout RunTrace
  ) throws -> AnalysisReport {
    var (listens, sessions) = stages
    if listens.inputs.isPacked, listens.inputs.held.isEmpty {
      listens.inputs = try trace.time("names") { try inputsWithRows(listens, sessions) }
    }
    let inputs = listens.inputs
    var counts = listens.counts
    counts.sessions = sessions.sessionCount
    let ranking = try trace.time("names") {
      try RankedRows(of: listens.listens, inputs: inputs, options)
        .ranking(of: sessions.longest, topSongs: settings.topSongs)
    }
    if let list { try trace.time("list") { try self.list(listens, sessions, to: list) } }
    let quality = try trace.time("quality") { try verdict(listens, sessions, counts) }
    try trace.time("rejects") { try RejectedRows.write(listens.rejects, of: inputs, to: rejects) }
    try inputs.requireUnchanged()
    return AnalysisReport(
      settings: settings, inputs: inputs.summaries, counts: counts, ranking: ranking,
      quality: quality,
      execution: trace.execution(threads: options.threads, rows: counts.rows))
  }

  private func list(
    _ listens: ListenStage, _ sessions: SessionStage, to sink: any SessionSink
  ) throws {
    guard case .file(let listenFile) = listens.listens, let sessionFile = sessions.file else {
      return
    }
    try SessionListing(
      listens: listenFile, sessions: sessionFile, inputs: listens.inputs,
      threads: options.threads, memory: options.memory
    ).write(to: sink)
  }

  /// The inputs with the rows at hand that the rest of the run will ask for, where they are packed.
  private func inputsWithRows(
    _ listens: ListenStage, _ sessions: SessionStage
  ) throws -> InputSet {
    let samples =
      (listens.findings?.tallies.values.flatMap(\.samples) ?? [])
      + (sessions.lengthTally?.samples ?? [])
    let ranked = RankedRows(of: listens.listens, inputs: listens.inputs, options)
    return try listens.inputs.fetching(
      ranked.wantedRows(sessions.longest) + listens.rejects.wantedRows()
        + samples.map { WantedRow(position: $0, part: .wholeWithLineNumber) })
  }

  private func verdict(
    _ listens: ListenStage, _ sessions: SessionStage, _ counts: RowCounts
  ) throws -> QualityReport? {
    guard let quality, var findings = listens.findings else { return nil }
    findings.tallies[quality.rules.sessionLength.id] = sessions.lengthTally
    var locator = RowLocator(listens.lines, inputs: listens.inputs)
    return try QualityReport(
      findings, rules: quality.rules, ruleSet: quality.ruleSet, rows: counts.rows
    ) { position in try locator.sample(position) }
  }
}
