import ArgumentParser
import HistoryStore
import ListeningSessions
import Reporting

/// `sidelong history`: the figures of earlier runs.
struct HistoryCommand: ParsableCommand {
  /// How the runs are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List earlier runs with their figures, the newest first.",
    discussion: """
      EXAMPLES:
        sidelong history
        sidelong history --format json --limit 5
      """)

  @Option(
    help: ArgumentHelp(
      "The file with the figures of earlier runs. (default: in the user's state directory)",
      valueName: "path"),
    completion: .file())
  var history: String?

  @Option(help: "How many runs.")
  var limit = 20

  @Option(help: "How to print them.")
  var format = Format.table

  mutating func validate() throws {
    if limit < 1 {
      throw ValidationError("The value '\(limit)' is invalid for '--limit': give 1 or more.")
    }
  }

  func run() throws {
    do {
      let runs = try SQLiteRunHistory(path: history ?? Environment.historyFile).recent(limit: limit)
      try StandardOutput.write(
        format == .json ? RunList.json(of: runs) : Array(RunList.text(of: runs).utf8))
    } catch let error as HistoryStoreError {
      throw AnalysisError(.noInput, error.message, advice: error.advice)
    }
  }
}
