import ArgumentParser
import ListeningSessions
import Notifications
import ProfileFiles
import Reporting
import SparkEngine
import WholeFiles

/// One analysis with everything around it: result files, history, metrics, lineage and alerts.
///
/// The results come first. What tells others about them comes after, and its failures are warnings.
struct MonitoredRun {
  let inputs: [String]
  let output: String
  let engine: ChosenEngine
  var settings: AnalysisSettings
  /// The file of profiles, if there is one.
  var profiles: String?
  let quality: QualityOptions
  let monitoring: MonitoringOptions
  let isQuiet: Bool
  /// Name of the job in the lineage.
  let job: String
  /// Which results are written.
  let products: Products
  let document = RunDocument(version: Sidelong.version)

  /// Runs the analysis.
  ///
  /// - Parameter print: prints the answer; called when the results are written.
  /// - Throws: `AnalysisError`; `Interruption`; `ExitCode` 1 when the data came out worse than
  ///   allowed.
  func run(print: (AnalysisReport) throws -> Void) async throws {
    var settings = settings
    settings.quality = try quality.question(now: document.run.startedAt)
    let alerts = try AlertSender(monitoring)
    let lineage = try LineageReporter(
      monitoring.lineageFile,
      OpenLineageEvents(
        run: document.run, job: job, engine: engine.name, settings: settings, inputs: inputs))
    let started = lineage?.start()
    do {
      let (report, anomalies) = try await analyze(settings)
      try print(report)
      tellPeople(report, anomalies)
      await started?.value
      await lineage?.complete(report, outputs(of: report), at: document.now)
      await alerts.send(report, document.run, anomalies)
      let exitCode = quality.exitCode(for: report.quality?.status)
      if exitCode != 0 { throw ExitCode(exitCode) }
    } catch {
      if let failure = error as? AnalysisError ?? (error as? Interruption)?.cause {
        await started?.value
        await lineage?.fail(failure.message, at: document.now)
      }
      throw error
    }
  }

  private func analyze(
    _ settings: AnalysisSettings
  ) async throws -> (AnalysisReport, [Anomaly]) {
    let unfinished = UnfinishedFiles()
    let interrupts = Interrupts(removing: unfinished, first: engine.interrupt)
    let progress = TerminalProgress(isQuiet: isQuiet)
    defer {
      progress.end()
      interrupts.end()
    }
    let metrics = MetricsFile("\(output)/metrics.prom", document)
    do {
      let profiles = try profiles.map(ProfileFile.load)
      let records = RunRecords(monitoring.history ?? Environment.historyFile)
      let files = try ResultDirectory(
        output, files: resultFiles(records, metrics), listsSessions: products == .sessions,
        rejectLimit: quality.quarantineLimit, hasTables: engine.output == nil,
        unfinished: unfinished)
      let analysis = AnalyzeListens(engine: engine.engine, writer: files, progress: progress)
      let report = try await analysis.run(
        inputs, settings: settings, profiles: profiles)
      let figures = self.metrics(of: report)
      let anomalies = records.anomalies(in: figures)
      records.append(figures)
      return (report, anomalies)
    } catch let error as AnalysisError {
      if error.code == .interrupted, let signal = interrupts.signal {
        throw Interruption(cause: error, signal: signal)
      }
      // With rejects only the results are written, and the metrics among them.
      if error.code != .unusableInput {
        metrics.writeFailure(exitCode: error.exitCode.rawValue, among: unfinished)
      }
      throw error
    }
  }

  private func resultFiles(_ records: RunRecords, _ metrics: MetricsFile) -> [ResultFile] {
    let (run, showUsers) = (document.run, quality.showUsers)
    let quarantine = path(of: "rejected")
    return (products == .rankings ? ResultFile.rankings + [.audience] : []) + [
      .run(document),
      ResultFile("quality.json") { report in
        let anomalies = records.anomalies(in: self.metrics(of: report))
        return try QualityDocument(
          run: run, quarantinePath: quarantine, anomalies: anomalies.map(QualityAnomaly.init),
          showUsers: showUsers
        ).json(of: report)
      },
      ResultFile("quality.junit.xml") { report in
        report.quality.map { QualityJUnit.xml(of: $0, run: run) }
      },
      ResultFile("metrics.prom") { report in
        metrics.content(report, exitCode: self.exitCode(of: report))
      },
    ]
  }

  private func metrics(of report: AnalysisReport) -> RunMetrics {
    RunMetrics(
      report, run: document.run, seconds: document.secondsSoFar,
      exitCode: Int(exitCode(of: report)))
  }

  /// What the process will exit with; a history of rejects only is unusable whatever is allowed.
  private func exitCode(of report: AnalysisReport) -> Int32 {
    report.counts.listens == 0 ? 65 : quality.exitCode(for: report.quality?.status)
  }

  /// Says on standard error where the files are, and why the results are degraded if they are.
  private func tellPeople(_ report: AnalysisReport, _ anomalies: [Anomaly]) {
    guard !isQuiet else { return }
    if let verdict = report.quality, verdict.status > .passed {
      StandardError.write("Quality: \(verdict.status.rawValue); the results are degraded:")
      for reason in verdict.reasons { StandardError.write("  \(reason)") }
    }
    for anomaly in anomalies { StandardError.write("Unusual: \(anomaly.message)") }
    if let audience = report.audience { ProfileWarnings.write(audience.profiles) }
    let large = (products == .sessions ? ["sessions"] : []) + ["rejected"]
    let names =
      (products == .rankings ? ResultFile.rankings.map(\.name) : [])
      + (report.audience == nil ? [] : [ResultFile.audience.name])
      + (engine.output == nil ? large.map { "\($0).tsv" } : []) + ["run.json"]
    let more = report.quality == nil ? [] : ["quality.json", "quality.junit.xml"]
    let all = (names + more + ["metrics.prom"]).joined(separator: ", ")
    StandardError.write("Result files in \(output): \(all)")
    if engine.output != nil {
      StandardError.write(
        "Written by the cluster: \(large.map(path).joined(separator: ", "))")
    }
  }

  /// Where a large table is: a file of this machine, or what the cluster has written.
  private func path(of table: String) -> String {
    engine.output?.location(of: table) ?? "\(output)/\(table).tsv"
  }

  private func outputs(of report: AnalysisReport) -> [OpenLineageOutput] {
    let rowCounts: [(String, Int)] =
      switch products {
      case .none: []
      case .sessions: [(path(of: "sessions"), report.counts.sessions)]
      case .rankings:
        [
          ("\(output)/top_songs.tsv", report.topSongs.count),
          ("\(output)/top_sessions.tsv", report.topSessions.count),
        ]
          + (report.audience.map { [("\(output)/\(ResultFile.audience.name)", $0.groups.count)] }
            ?? [])
      }
    return rowCounts.map { OpenLineageOutput(path: $0, rowCount: $1, byteCount: nil) }
  }
}
