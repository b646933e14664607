import ArgumentParser
import ListeningSessions
import Reporting

/// `sidelong sessions`: all sessions of a history, at one gap.
struct SessionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List all sessions of a history, by user and start.",
    discussion: """
      EXAMPLES:
        sidelong sessions listens.tsv --output results
        sidelong sessions listens.tsv --gap 30m

      Writes sessions.tsv. Listens that an earlier check or analyze has validated are taken from its
      checkpoint, and a later rank takes the sessions from this one's.
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: "The longest pause inside a session, such as 20m.")
  var gap = SessionGap.standard

  @OptionGroup var quality: QualityOptions
  @OptionGroup var monitoring: MonitoringOptions

  @Option(help: "How to print the counts.")
  var format = SummaryFormat.table

  func run() async throws {
    let run = try MonitoredRun(
      inputs: source.inputs, output: source.directory,
      engine: source.engine(rejectLimit: quality.quarantineLimit, listsSessions: true),
      settings: AnalysisSettings(gap: gap, topSessions: 0, topSongs: 0), quality: quality,
      monitoring: monitoring, isQuiet: source.quiet, job: "sessions.list", products: .sessions)
    try await run.run { report in
      try StandardOutput.write(format.text(of: report, document: run.document))
    }
  }
}
