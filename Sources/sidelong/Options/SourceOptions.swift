import ArgumentParser
import NativeEngine

/// What is read, where results go, and with how much of the machine.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, directories (their *.tsv) or - for standard input; together one history.",
      valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(name: .shortAndLong, help: "The directory for the result files.", completion: .directory)
  var output = "sidelong-out"

  @Option(help: "Threads that read and compute. (default: one for each processor)")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print the answer only: no messages, no progress.")
  var quiet = false

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("The value '\(threads)' is invalid for '--threads': give 1 or more.")
    }
    if output.isEmpty {
      throw ValidationError("The value '' is invalid for '--output': give a directory.")
    }
  }

  var engine: NativeEngine {
    var options = NativeEngine.Options(threads: threads)
    options.temporaryDirectory = Environment.temporaryDirectory
    return NativeEngine(options)
  }
}
