import ArgumentParser
import ListeningSessions
import SyntheticListens

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line: parses, runs one command, and prints what went wrong, in this one place.
@main
struct Sidelong: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sidelong",
    abstract: "Find the songs that people play in their longest listening sessions.",
    discussion: """
      EXAMPLES:
        sidelong generate --rows 1000000 --seed 1 --output listens.tsv
        sidelong analyze listens.tsv
      """,
    version: version,
    subcommands: [
      AnalyzeCommand.self, CheckCommand.self, SessionsCommand.self, RankCommand.self,
      HistoryCommand.self, CacheCommand.self, GenerateCommand.self,
    ])

  static func main() async {
    do {
      // A limit on the size of files is then an error of the write and not the end.
      signal(SIGXFSZ, SIG_IGN)
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as AnalysisError {
      report(error, error.exitCode)
    } catch let error as Interruption {
      report(error.cause, ExitCode(128 + error.signal))
    } catch let error as SyntheticHistoryError {
      report(error, error.exitCode)
    } catch {
      exit(withError: error)
    }
  }

  /// Prints an error on one line, whatever the names in it, and ends the process.
  private static func report(_ error: any Error, _ code: ExitCode) {
    let line = String(String.UnicodeScalarView("\(error)".unicodeScalars.map(printable)))
    StandardError.write("sidelong: \(line)")
    exit(withError: code)
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
  }
}
