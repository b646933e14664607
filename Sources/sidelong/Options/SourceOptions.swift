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

  @Option(
    help: ArgumentHelp(
      "Memory that the process may take, such as 512MB. (default: a quarter, at most 2GB)",
      valueName: "size"))
  var memory: ByteSize?

  @Option(
    help: ArgumentHelp(
      "Where to put what does not fit into memory. (default: TMPDIR, or /tmp)",
      valueName: "directory"),
    completion: .directory)
  var temp: String?

  @OptionGroup var cache: CacheOptions

  @Flag(name: .shortAndLong, help: "Print the answer only: no messages, no progress.")
  var quiet = false

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("The value '\(threads)' is invalid for '--threads': give 1 or more.")
    }
    if let memory, memory.bytes < SourceOptions.leastMemory {
      throw ValidationError(
        "The value '\(memory.bytes)' is invalid for '--memory': give 64MB or more.")
    }
    if temp?.isEmpty == true {
      throw ValidationError("The value '' is invalid for '--temp': give a directory.")
    }
    if output.isEmpty {
      throw ValidationError("The value '' is invalid for '--output': give a directory.")
    }
  }

  /// The program itself and two threads take about as much.
  private static let leastMemory = 64_000_000

  var engine: NativeEngine {
    var options = NativeEngine.Options(threads: threads)
    options.temporaryDirectory = temp ?? Environment.temporaryDirectory
    if let memory { options.memory = memory.bytes }
    options.cache = cache.checkpoints
    options.verifiesCache = cache.verifyCache
    return NativeEngine(options)
  }
}
