import ListeningSessions

/// Computes the first two stages from the inputs, in one pass over the rows and one over the users.
struct StageComputation {
  private(set) var inputs: InputSet
  let settings: AnalysisSettings
  let options: NativeEngine.Options
  private(set) var quality: QualityRules?
  /// Whether all sessions will be asked for.
  let listsSessions: Bool
  let progress: any ProgressSink

  private static let mostSessionsInMemory = 1000

  /// Scans, puts in order, cuts; what `store` may keep is kept when it is whole.
  mutating func run(
    _ store: StageStore?, _ trace: inout RunTrace
  ) throws -> (ListenStage, SessionStage) {
    do {
      return try run(store, &trace, takesUsers: mayTakeUsers(store))
    } catch is ScatteredUser {
      quality = settings.quality.map { rules($0, byteCount: inputs.expectedByteCount) }
      return try run(store, &trace, takesUsers: false)
    }
  }

  /// Whether users may be taken up during the scan: where nothing is kept of them in the order of
  /// all users, and rows can be read again at any time.
  ///
  /// Several inputs are most often several times of the same users. The listens of ranked sessions
  /// stay in memory.
  private func mayTakeUsers(_ store: StageStore?) -> Bool {
    store == nil && !listsSessions && inputs.files.count == 1 && !inputs.isPacked
      && settings.topSessions <= Self.mostSessionsInMemory
  }

  private mutating func run(
    _ store: StageStore?, _ trace: inout RunTrace, takesUsers: Bool
  ) throws -> (ListenStage, SessionStage) {
    let plan = MemoryPlan(
      memory: options.memory, threads: options.threads, inputBytes: inputs.expectedByteCount)
    var (scan, spill) = try trace.time("scan") { try self.scan(plan, store, takesUsers) }
    inputs = scan.inputs
    if let question = settings.quality, let counted = quality?.sampling.every,
      counted != RowSampling(byteCount: inputs.byteCount).every
    {
      // A packed input is larger or smaller than it seemed, so that the share of rows whose values
      // are counted is not that of the unpacked input.
      quality = rules(question, byteCount: inputs.byteCount)
      (scan, spill) = try trace.time("scan") { try self.scan(plan, store, takesUsers) }
    }
    let users = try trace.time("sessions") {
      var users = try self.users(of: scan, spill, plan, store)
      for part in scan.parts.compactMap(\.taken) { users.found.merge(part) }
      return users
    }
    trace.note(spill)
    let counts = self.counts(of: scan, users.found.sessions)
    let findings = try trace.time("quality") {
      try self.findings(of: scan, users, counts, plan)
    }
    return try trace.time("checkpoint") {
      try publish(scan, users, counts, findings, store)
    }
  }

  private func rules(_ question: QualityQuestion, byteCount: Int) -> QualityRules {
    QualityRules(question, gap: settings.gap, byteCount: byteCount, memory: options.memory)
  }

  private func scan(
    _ plan: MemoryPlan, _ store: StageStore?, _ takesUsers: Bool
  ) throws -> (InputScan, ListenSpill) {
    let fewest = options.fewestListensTaken
    let runs = UserRuns.Plan(
      settings: settings, quality: quality, inputs: inputs,
      listenCounts: fewest...max(fewest, plan.orderedListens))
    let spill = ListenSpill(
      partitionCount: plan.partitionCount, in: options.temporaryDirectory)
    let scan = try InputScan.run(
      inputs, quality: quality,
      options: InputScan.Options(
        threads: options.threads, blockSize: options.blockSize, scanBytes: plan.scanBytes,
        mbidBytes: plan.mbidBytes, hashesContent: store != nil,
        runs: takesUsers ? runs : nil),
      spill: spill, progress: progress)
    return (scan, spill)
  }

  /// What the pass over the users gave, and where their listens are.
  private struct Users {
    var found: UserScan
    let memory: ScannedListens?
    let files: StageFiles
  }

  private mutating func users(
    of scan: InputScan, _ spill: ListenSpill, _ plan: MemoryPlan, _ store: StageStore?
  ) throws -> Users {
    var files = StageFiles(
      listens: store?.beginListens().map { ListenFileWriter($0, capacity: scan.counts.rows) },
      sessions: store?.beginSessions().map { SessionFileWriter($0) })
    if listsSessions {
      files.listens = try files.listens ?? unnamedListens(capacity: scan.counts.rows)
      files.sessions = try files.sessions ?? SessionFileWriter(unnamedFile())
    }
    let taken = try TakenUsers(scan.parts)
    if spill.byteCount == 0, scan.fits(plan, threads: options.threads) {
      let listens = ScannedListens(merging: scan.parts)
      inputs = try decidingDuplicates { inputs, settings in
        _ = try UserScan.run(
          listens, taken: taken, inputs: inputs, settings: settings, quality: nil,
          files: StageFiles(), threads: options.threads)
      }
      let found = try UserScan.run(
        listens, taken: taken, inputs: inputs, settings: settings, quality: quality, files: files,
        threads: options.threads)
      return Users(found: found, memory: listens, files: files)
    }
    for part in scan.parts { try part.spill(to: spill) }
    inputs = try decidingDuplicates { inputs, settings in
      _ = try UserScan.run(
        spill, inputs: inputs, settings: settings, quality: nil, files: StageFiles(),
        threads: options.threads, orderBytes: plan.orderBytes, taken: taken)
    }
    // Without a cache the listens in order go to a file of their own that nobody finds.
    files.listens = try files.listens ?? unnamedListens(capacity: scan.counts.rows)
    let found = try UserScan.run(
      spill, inputs: inputs, settings: settings, quality: quality, files: files,
      threads: options.threads, orderBytes: plan.orderBytes, taken: taken)
    return Users(found: found, memory: nil, files: files)
  }

  private func unnamedListens(capacity: Int) throws -> ListenFileWriter {
    ListenFileWriter(try unnamedFile(), capacity: capacity)
  }

  private func unnamedFile() throws -> CheckpointWriter {
    try CheckpointWriter.unnamed(in: options.temporaryDirectory)
  }

  private func counts(of scan: InputScan, _ sessions: SessionScan) -> RowCounts {
    var counts = scan.counts
    counts.users = sessions.userCount
    counts.duplicates = sessions.duplicateCount
    return counts
  }

  /// Of each input; a packed one is hashed as it is stored, which the scan does not see.
  private func contentHashes(of scan: InputScan) throws -> [InputContentHash] {
    guard inputs.isPacked else { return scan.contentHashes }
    return try InputContentHash.ofFiles(
      in: inputs, blockSize: options.blockSize, threads: options.threads)
  }

  /// Finds the duplicates of packed inputs beforehand, by a pass over the users that only gathers
  /// which rows may be equal.
  private func decidingDuplicates(
    _ pass: (InputSet, AnalysisSettings) throws -> Void
  ) throws -> InputSet {
    guard inputs.isPacked else { return inputs }
    let candidates = DuplicateCandidates()
    var nothing = settings
    nothing.topSessions = 0
    try pass(inputs.deciding(.gathering(candidates)), nothing)
    return inputs.deciding(
      .known(
        try DuplicateSearch(inputs, memory: options.memory).positions(in: candidates.runs)))
  }

  private mutating func findings(
    of scan: InputScan, _ users: Users, _ counts: RowCounts, _ plan: MemoryPlan
  ) throws -> QualityFindings? {
    let assembly = try quality.flatMap { quality in
      try users.found.quality.map {
        try QualityAssembly(
          $0, quality: quality, scan: scan, counts: counts, mbidBytes: plan.mbidBytes,
          threads: options.threads)
      }
    }
    if inputs.isPacked {
      inputs = try inputs.fetching(
        rankedRows(users) + RejectList.scan(scan).wantedRows() + (assembly?.wantedRows ?? []))
    }
    return try assembly?.findings(from: inputs)
  }

  /// The rows of the ranked sessions.
  private func rankedRows(_ users: Users) throws -> [WantedRow] {
    let longest = users.found.sessions.longest
    let ranked = RankedRows(
      of: .memory(users.memory ?? ScannedListens(merging: [])), inputs: inputs, options)
    guard users.memory == nil, let file = users.files.listens else {
      return try ranked.wantedRows(longest)
    }
    guard ranked.holdsRows(of: longest) else { return [] }
    return try longest.flatMap { session -> [Int] in
      guard let entry = session.user.entry else { return [] }
      let first = entry.first + session.firstListen
      return try file.positions(of: first..<first + session.trackCount)
    }.map { WantedRow(position: $0, part: .names) }
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
        counts: counts, inputs: inputs, findings: kept, lines: scan.lines, rejects: .scan(scan),
        listens: listens)
    }
    var source = users.memory.map { ListenSource.memory($0) }
    if let writer = users.files.listens {
      // What changed while it was read must not be kept.
      try inputs.requireUnchanged()
      let sections = try store.map { _ in
        try StageStore.sections(
          of: stage(.memory(ScannedListens(merging: []))), contentHashes(of: scan))
      }
      if store != nil { try writer.write(.scan(scan), count: counts.rejects) }
      source = .file(try ListenFile(try writer.publish(sections ?? [])))
    }
    let sessions = users.found.sessions
    var sessionFile: SessionFile?
    if let writer = users.files.sessions, case .file(let listens) = source {
      sessionFile = try writer.publish(sessions, lengthTally: lengthTally, of: listens)
    }
    return (
      stage(source ?? .memory(ScannedListens(merging: []))),
      SessionStage(
        longest: sessions.longest, sessionCount: sessions.sessionCount,
        lengthTally: lengthTally, file: sessionFile)
    )
  }
}
