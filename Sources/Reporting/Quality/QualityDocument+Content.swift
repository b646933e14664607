import ListeningSessions

extension QualityDocument {
  /// The object as it is encoded; names become snake case.
  struct Content: Encodable {
    let schemaVersion: Int
    let id: String
    let runId: String
    let startedAt: String
    let ruleSetFingerprint: String
    let success: Bool
    let status: String
    let reasons: [String]
    let score: Double
    let scoreDefinition: String
    let suiteName: String
    let suiteParameters: SuiteParameters
    @Nullable var resultUrl: String?
    let tool: Tool
    let inputs: [Input]
    let rows: Rows
    let statistics: Statistics
    let dimensions: [Dimension]
    let results: [Result]
    let profile: Profile
    let quarantine: Quarantine
    let anomalies: [QualityAnomaly]
    let meta: Meta
  }

  struct Tool: Encodable {
    let name: String
    let version: String
    let engine: String
    let threads: Int
  }

  struct Input: Encodable {
    let path: String
    let bytes: Int
  }

  /// `read == valid + quarantined + duplicates`.
  struct Rows: Encodable {
    let read: Int
    let valid: Int
    let quarantined: Int
    let duplicates: Int
    let withErrors: Int

    init(_ counts: RowCounts, withErrors: Int) {
      read = counts.rows
      valid = counts.listens
      quarantined = counts.rejects
      duplicates = counts.duplicates
      self.withErrors = withErrors
    }
  }

  struct Statistics: Encodable {
    let evaluatedExpectations: Int
    let successfulExpectations: Int
    let unsuccessfulExpectations: Int
    @Nullable var successPercent: Double?

    init(_ results: [RuleResult]) {
      let successes = results.count { $0.status == .passed }
      evaluatedExpectations = results.count
      successfulExpectations = successes
      unsuccessfulExpectations = results.count - successes
      successPercent =
        results.isEmpty ? nil : Double(successes) * 100 / Double(results.count)
    }
  }

  struct Dimension: Encodable {
    let name: String
    let score: Double
    let scoreDefinition = ScoreDefinition.dimension
    let units: Int
    let failed: Int

    init(_ score: DimensionScore) {
      name = score.dimension.rawValue
      self.score = score.score
      units = score.units
      failed = score.units - score.passed
    }
  }

  struct Quarantine: Encodable {
    @Nullable var path: String?
    let rows: Int
    /// Every reason, also those without a row.
    let byReason: [String: Int]

    init(path: String?, counts: RowCounts) {
      self.path = path
      rows = counts.rejects
      byReason = Dictionary(
        uniqueKeysWithValues: RejectReason.allCases.map { ($0.rawValue, counts.rejected[$0] ?? 0) })
    }
  }

  struct Meta: Encodable {
    struct Run: Encodable {
      let runName: String
      let runTime: String
    }

    let runId: Run
  }
}
