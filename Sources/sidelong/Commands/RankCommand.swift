import ArgumentParser
import ListeningSessions
import Reporting

/// `sidelong rank`: the rankings, from the sessions that an earlier run kept.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank sessions and songs, from the sessions that an earlier run kept.",
    discussion: """
      EXAMPLES:
        sidelong rank listens.tsv --top-sessions 100
        sidelong rank listens.tsv --rank-sessions-by duration --output by-duration

      What no earlier run has kept is computed first, as sidelong analyze does.
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
      monitoring: monitoring, isQuiet: source.quiet, job: "sessions.rank", products: .rankings)
    try await run.run { report in
      try StandardOutput.write(format.text(of: report, document: run.document))
    }
  }
}
