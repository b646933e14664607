import FoundationEssentials
public import ListeningSessions

/// Makes `quality.json`: the verdict on a history, rule by rule, with what its columns hold.
///
/// The shape is that of a validation result of Great Expectations 1.x, with more in it; the schema
/// is docs/schemas/quality.schema.json. Every key is always there; what is unknown is null.
public struct QualityDocument: Sendable {
  /// Version of the shape.
  public static let schemaVersion = 1

  private let run: RunIdentity
  private let quarantinePath: String?
  private let anomalies: [QualityAnomaly]
  private let users: UserLabel

  /// Describes what to write beside the verdict.
  ///
  /// - Parameters:
  ///   - run: the run that the report belongs to.
  ///   - quarantinePath: the file with the rejected rows; nil when there is none.
  ///   - anomalies: figures out of their range.
  ///   - showUsers: whether users appear by id rather than by hash.
  public init(
    run: RunIdentity, quarantinePath: String? = nil, anomalies: [QualityAnomaly] = [],
    showUsers: Bool = false
  ) {
    self.run = run
    self.quarantinePath = quarantinePath
    self.anomalies = anomalies
    users = UserLabel(showsUsers: showUsers)
  }

  /// The object as pretty JSON with a line feed at the end; nil when the report has no verdict.
  public func json(of report: AnalysisReport) throws -> [UInt8]? {
    guard let quality = report.quality else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try [UInt8](encoder.encode(content(of: report, quality))) + [0x0A]
  }

  private func content(of report: AnalysisReport, _ quality: QualityReport) -> Content {
    Content(
      schemaVersion: QualityDocument.schemaVersion, id: run.id, runId: run.id,
      startedAt: run.startedAt.description,
      ruleSetFingerprint: RuleFingerprint.text(of: quality.ruleSet),
      success: quality.status == .passed, status: quality.status.rawValue,
      reasons: quality.reasons, score: quality.score,
      scoreDefinition: ScoreDefinition.overall(quality.ruleSet.score), suiteName: "sidelong",
      suiteParameters: .init(quality.ruleSet), resultUrl: nil,
      tool: .init(
        name: "sidelong", version: run.version, engine: report.execution.engine,
        threads: report.execution.threads),
      inputs: report.inputs.map { .init(path: $0.path, bytes: $0.byteCount) },
      rows: .init(report.counts, withErrors: quality.rowsWithErrors),
      statistics: .init(quality.results), dimensions: quality.dimensions.map { .init($0) },
      results: quality.results.map { .init($0, of: quality.ruleSet, report.counts, users) },
      profile: .init(quality.profile, users),
      quarantine: .init(path: quarantinePath, counts: report.counts), anomalies: anomalies,
      meta: .init(runId: .init(runName: run.id, runTime: run.startedAt.description)))
  }
}
