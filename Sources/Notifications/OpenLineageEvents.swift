public import FoundationEssentials
public import ListeningSessions

/// Makes the OpenLineage events of one run: one START, then one COMPLETE, FAIL or ABORT.
///
/// Each is one line of JSON without a line feed. They hold counts, rules and paths; never a name
/// of a user or a song.
public struct OpenLineageEvents: Sendable {
  private let run: RunIdentity
  private let job: String
  private let engine: String
  private let parameters: [(key: String, value: String)]
  private let inputs: [String]
  private let directory: String

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - run: its id and start.
  ///   - job: what is run, such as `sessions.analyze`.
  ///   - engine: short name of the engine.
  ///   - settings: the question.
  ///   - parameters: further parameters by name.
  ///   - inputs: as the user named them; `-` is standard input.
  ///   - directory: what relative paths start from.
  public init(
    run: RunIdentity, job: String, engine: String, settings: AnalysisSettings,
    parameters: [String: String] = [:], inputs: [String],
    directory: String = FileManager.default.currentDirectoryPath
  ) {
    self.run = run
    self.job = job
    self.engine = engine
    self.inputs = inputs
    self.directory = directory
    self.parameters =
      [
        ("gap_seconds", "\(settings.gap.seconds)"), ("top_sessions", "\(settings.topSessions)"),
        ("top_songs", "\(settings.topSongs)"),
        ("rank_sessions_by", settings.rankSessionsBy.rawValue),
      ] + parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The run began.
  public func start() -> [UInt8] {
    event("START", at: run.startedAt, report: nil)
  }

  /// The run came to its end; whether the data passed is in its facets.
  public func complete(
    _ report: AnalysisReport, outputs: [OpenLineageOutput], at end: Instant
  ) -> [UInt8] {
    event("COMPLETE", at: end, report: report, outputs: outputs)
  }

  /// The run could not be done.
  ///
  /// - Parameters:
  ///   - message: why, in a sentence.
  ///   - report: what there is of an answer.
  ///   - outputs: what was written nevertheless.
  ///   - end: when it ended.
  /// - Returns: the event.
  public func fail(
    _ message: String, report: AnalysisReport? = nil, outputs: [OpenLineageOutput] = [],
    at end: Instant
  ) -> [UInt8] {
    event("FAIL", at: end, report: report, outputs: outputs, problem: message)
  }

  /// The run was interrupted.
  public func abort(at end: Instant) -> [UInt8] {
    event("ABORT", at: end, report: nil)
  }

  /// The program as the standard wants it, a URI; the project has no address of its own.
  private var producer: String { "urn:sidelong:\(run.version)" }

  private func event(
    _ type: String, at time: Instant, report: AnalysisReport?, outputs: [OpenLineageOutput] = [],
    problem: String? = nil
  ) -> [UInt8] {
    let event: JSONValue = [
      "eventType": .string(type), "eventTime": .string(time.description),
      "producer": .string(producer), "schemaURL": .string(OpenLineageFacet.eventSchema),
      "run": ["runId": .string(run.id), "facets": runFacets(report?.quality, problem)],
      "job": ["namespace": "sidelong", "name": .string(job), "facets": ["jobType": jobType]],
      "inputs": .array(report.map(read) ?? inputs.map { dataset($0) }),
      "outputs": .array(outputs.map(written)),
    ]
    return event.utf8
  }

  private func runFacets(_ quality: QualityReport?, _ problem: String?) -> JSONValue {
    [
      "processing_engine": facet(
        .processingEngine, ["version": .string(run.version), "name": .string(engine)]),
      "executionParameters": facet(
        .executionParameters,
        [
          "parameters": .array(
            parameters.map { ["key": .string($0.key), "value": .string($0.value)] })
        ]),
      "test": quality.map { facet(.test, ["tests": $0.openLineageTests]) },
      "errorMessage": problem.map {
        facet(.errorMessage, ["message": .string($0), "programmingLanguage": "Swift"])
      },
    ]
  }

  private var jobType: JSONValue {
    facet(
      .jobType, ["processingType": "BATCH", "integration": "SIDELONG", "jobType": "JOB"])
  }

  /// The inputs with what was found out about them.
  ///
  /// Several inputs are one history to the engine, so rows, columns and rules cannot be told of
  /// each; then each has its size only, and the rules are in the run's facet `test`.
  private func read(_ report: AnalysisReport) -> [JSONValue] {
    let isOnlyOne = report.inputs.count == 1
    let quality = isOnlyOne ? report.quality : nil
    let assertions = quality.map {
      facet(.dataQualityAssertions, ["assertions": $0.openLineageAssertions])
    }
    return report.inputs.map { input in
      let statistics = facet(
        .inputStatistics,
        [
          "rowCount": isOnlyOne ? .integer(report.counts.rows) : nil,
          "size": .integer(input.byteCount), "fileCount": 1,
        ])
      let metrics = quality.map { quality in
        facet(
          .dataQualityMetrics,
          [
            "rowCount": .integer(report.counts.rows), "bytes": .integer(input.byteCount),
            "fileCount": 1, "columnMetrics": quality.profile.openLineageColumns,
          ])
      }
      // In both places: the schema calls it a facet of inputs, and many consumers look for it
      // among the facets of the data set.
      return dataset(
        input.path, facets: ["dataQualityAssertions": assertions],
        inputFacets: [
          "dataQualityMetrics": metrics, "inputStatistics": statistics,
          "dataQualityAssertions": assertions,
        ])
    }
  }

  private func written(_ output: OpenLineageOutput) -> JSONValue {
    let statistics = facet(
      .outputStatistics,
      [
        "rowCount": output.rowCount.map(JSONValue.integer),
        "size": output.byteCount.map(JSONValue.integer),
      ])
    return dataset(output.path, outputFacets: ["outputStatistics": statistics])
  }

  private func dataset(
    _ path: String, facets: JSONValue? = nil, inputFacets: JSONValue? = nil,
    outputFacets: JSONValue? = nil
  ) -> JSONValue {
    let dataset = DatasetName(path, in: directory)
    return [
      "namespace": .string(dataset.namespace), "name": .string(dataset.name), "facets": facets,
      "inputFacets": inputFacets, "outputFacets": outputFacets,
    ]
  }

  private func facet(
    _ facet: OpenLineageFacet, _ members: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    facet.value(producer: producer, members)
  }
}
