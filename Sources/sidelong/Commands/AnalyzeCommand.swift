import ArgumentParser
import ListeningSessions
import NativeEngine
import Reporting

/// `sidelong analyze`: the whole question, from a history to the result files.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Rank the longest sessions of a history and the songs played most in them.",
    discussion: """
      EXAMPLES:
        sidelong analyze listens.tsv
        sidelong analyze 2023.tsv 2024.tsv --gap 30m --output results
        sidelong analyze listens.tsv.gz
        cat listens.tsv.gz | sidelong analyze - --format json

      A line is a listen: user_id, timestamp, artist_mbid, artist_name, track_mbid
      and track_name, separated by tabs. Rows that are none go to rejected.tsv with
      the reason.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var question: SettingsOptions
  @OptionGroup var quality: QualityOptions
  @OptionGroup var monitoring: MonitoringOptions

  @Option(help: "How to print the answer.")
  var format = OutputFormat.table

  func run() async throws {
    let run = try MonitoredRun(
      inputs: source.inputs, output: source.directory,
      engine: source.engine(rejectLimit: quality.quarantineLimit),
      settings: question.settings, profiles: question.profiles, quality: quality,
      monitoring: monitoring, isQuiet: source.quiet, job: "sessions.analyze", products: .rankings)
    try await run.run { report in
      try StandardOutput.write(format.text(of: report, document: run.document))
    }
  }
}
