public import ListeningSessions

/// The embedded engine: all cores of one machine, a few bytes a listen.
///
/// It reads the inputs once by blocks, judging every row and keeping of each listen its second and
/// where its row stands; puts each user's listens in order, drops duplicates and cuts sessions; and
/// reads again only the rows of the ranked sessions, for their names.
///
/// Memory: 12 to 15 bytes a listen and twice that for the user with most listens, 16 bytes a
/// reject, a few hundred bytes a user.
public struct NativeEngine: AnalyticsEngine {
  private let options: Options

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// How the engine works; nothing here changes an answer.
  public struct Options: Sendable {
    /// Threads that read and compute; default: one for each processor.
    public var threads: Int
    /// Bytes that a thread reads at once; default: 512 KiB, which stays in a core's own cache.
    public var blockSize = 512 * 1024
    /// Where standard input and pipes are kept while they are analysed; default: `/tmp`.
    public var temporaryDirectory = "/tmp"

    public init(threads: Int? = nil) {
      self.threads = threads ?? SystemCalls.processorCount
    }
  }

  public func analyze(
    _ paths: [String], settings: AnalysisSettings, rejects: any RejectSink,
    progress: any ProgressSink
  ) async throws -> AnalysisReport {
    var clock = StageClock()
    let inputs = try InputSet.open(paths, temporaryDirectory: options.temporaryDirectory)
    let quality = settings.quality.map {
      QualityRules($0, gap: settings.gap, byteCount: inputs.byteCount)
    }
    let scan = try clock.time("scan") {
      try InputScan.run(
        inputs, threads: options.threads, blockSize: options.blockSize, quality: quality,
        progress: progress)
    }
    let listens = ScannedListens(merging: scan.parts)
    let users = try clock.time("sessions") {
      try UserScan.run(
        listens, inputs: inputs, settings: settings, quality: quality, threads: options.threads)
    }
    let counts = counts(of: scan, users.sessions)
    let ranked = try clock.time("names") {
      try RankedRows(listens: listens, inputs: inputs, threads: options.threads)
        .read(users.sessions.longest.elements)
    }
    var verdict: QualityReport?
    if let quality, let found = users.quality {
      verdict = try clock.time("quality") {
        try QualityVerdict(
          quality: quality, scan: scan, users: listens.users, inputs: inputs, counts: counts
        ).report(found, blockSize: options.blockSize)
      }
    }
    try clock.time("rejects") {
      try RejectedRows.write(scan, of: inputs, to: rejects)
    }
    try inputs.requireUnchanged()
    return AnalysisReport(
      settings: settings, inputs: inputs.summaries, counts: counts, sessions: ranked.sessions,
      names: ranked.names, quality: verdict,
      execution: Execution(
        engine: "native", threads: options.threads, stages: clock.stages,
        peakMemoryBytes: SystemCalls.peakMemoryBytes))
  }

  private func counts(of scan: InputScan, _ sessions: SessionScan) -> RowCounts {
    var counts = scan.counts
    counts.users = sessions.userCount
    counts.sessions = sessions.sessionCount
    counts.duplicates = sessions.duplicateCount
    return counts
  }
}
