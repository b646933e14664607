/// What is remembered of one run.
public struct RunMetrics: Hashable, Sendable {
  /// The id in `RunIdentity`.
  public var runID: String
  public var startedAt: Instant
  /// The verdict on the data; nil when quality was not asked for.
  public var status: QualityStatus?
  public var rows: Int
  /// Distinct users with at least one listen.
  public var users: Int
  /// Share of the rows that were rejected, 0 to 100; 0 without rows.
  public var rejectShare: Double
  /// Share of the profiled fields that are blank, 0 to 100; nil without a profile or rows in it.
  public var blankShare: Double?
  /// Share of the rows without an error, 0 to 100; nil when quality was not asked for.
  public var score: Double?
  /// How long the run took.
  public var seconds: Double
  /// What the program gave back to its caller.
  public var exitCode: Int

  public init(
    runID: String, startedAt: Instant, status: QualityStatus?, rows: Int, users: Int,
    rejectShare: Double, blankShare: Double?, score: Double?, seconds: Double, exitCode: Int
  ) {
    self.runID = runID
    self.startedAt = startedAt
    self.status = status
    self.rows = rows
    self.users = users
    self.rejectShare = rejectShare
    self.blankShare = blankShare
    self.score = score
    self.seconds = seconds
    self.exitCode = exitCode
  }

  /// The metrics of a run that came to a report.
  public init(_ report: AnalysisReport, run: RunIdentity, seconds: Double, exitCode: Int) {
    let counts = report.counts
    self.init(
      runID: run.id, startedAt: run.startedAt, status: report.quality?.status, rows: counts.rows,
      users: counts.users, rejectShare: RunMetrics.share(counts.rejects, of: counts.rows) ?? 0,
      blankShare: report.quality.flatMap { RunMetrics.blankShare(of: $0.profile.columns) },
      score: report.quality?.score, seconds: seconds, exitCode: exitCode)
  }

  private static func blankShare(of columns: [ColumnProfile]) -> Double? {
    share(columns.reduce(0) { $0 + $1.blank }, of: columns.reduce(0) { $0 + $1.rows })
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) * 100 / Double(whole)
  }
}
