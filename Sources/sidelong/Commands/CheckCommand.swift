import ArgumentParser
import ListeningSessions
import Reporting

/// `sidelong check`: the quality of a history alone.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge the quality of a history: rules, scores, column profile, rejected rows.",
    discussion: """
      EXAMPLES:
        sidelong check listens.tsv
        sidelong check listens.tsv --rules sidelong.yaml --fail-on warning
        sidelong check listens.tsv --rule completeness_track_mbid:warning=5%
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: "The gap of the sessions whose length is judged, such as 20m.")
  var gap = SessionGap.standard

  @OptionGroup var quality: QualityOptions
  @OptionGroup var monitoring: MonitoringOptions

  @Option(help: "How to print the verdict.")
  var format = VerdictFormat.table

  mutating func validate() throws {
    if quality.quality == .basic {
      throw ValidationError("The value 'basic' is invalid for '--quality': check looks at all.")
    }
  }

  func run() async throws {
    let run = try MonitoredRun(
      inputs: source.inputs, output: source.directory,
      engine: source.engine(rejectLimit: quality.quarantineLimit),
      settings: AnalysisSettings(gap: gap, topSessions: 0, topSongs: 0), quality: quality,
      monitoring: monitoring, isQuiet: source.quiet, job: "quality.check", products: .none)
    try await run.run { report in
      try StandardOutput.write(format.text(of: report, document: run.document, quality: quality))
    }
  }
}
