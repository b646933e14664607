import ArgumentParser
import NativeEngine
import SparkEngine

/// What is read, where results go, and with how much of the machine.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, packed or not, directories (their *.tsv) or -; together one history.",
      valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "The members to read of an archive, such as '2009/*.tsv'. (default: the one history in it)",
      valueName: "glob"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "What an input may unpack to, such as 50GB. (default: 1 GiB and 100 times its size)",
      valueName: "size"))
  var maxExpandedSize: ByteSize?

  @Option(
    name: .shortAndLong,
    help: "The directory for the result files; a URL for the large ones of Spark.",
    completion: .directory)
  var output = standardDirectory

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
  @OptionGroup var engineOptions: EngineOptions

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
    if maxExpandedSize?.bytes == 0 {
      throw ValidationError(
        "The value '0' is invalid for '--max-expanded-size': give 1 or more.")
    }
    if temp?.isEmpty == true {
      throw ValidationError("The value '' is invalid for '--temp': give a directory.")
    }
    if output.isEmpty {
      throw ValidationError("The value '' is invalid for '--output': give a directory.")
    }
    if outputIsURL, engineOptions.engine == .native {
      throw ValidationError(
        "The value '\(output)' is invalid for '--output': only '--engine spark' writes to a URL; "
          + "give a directory.")
    }
    if engineOptions.sparkFiles != nil, !outputIsURL {
      throw ValidationError(
        "'--spark-files' is for what the cluster writes: give '--output' a URL.")
    }
  }

  private static let standardDirectory = "sidelong-out"

  private var outputIsURL: Bool {
    // Not by a regular expression, which costs a millisecond at every start.
    let scheme = output.prefix { $0 != ":" }
    return output.dropFirst(scheme.count).starts(with: "://")
      && scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
  }

  /// The directory of this machine for the result files, also where the cluster writes large ones.
  var directory: String { outputIsURL ? SourceOptions.standardDirectory : output }

  /// The program itself and two threads take about as much.
  private static let leastMemory = 64_000_000

  /// The engine that was asked for.
  ///
  /// - Parameters:
  ///   - rejectLimit: most rejected rows that are written; nil: all.
  ///   - listsSessions: whether all sessions are written.
  /// - Returns: the engine.
  /// - Throws: `AnalysisError` of code `configuration` for a cluster that cannot be addressed so.
  func engine(rejectLimit: Int?, listsSessions: Bool = false) throws -> ChosenEngine {
    let output = ClusterOutput(
      output, format: engineOptions.sparkFiles ?? .tsv, rejectLimit: rejectLimit,
      listsSessions: listsSessions)
    return try engineOptions.engine(or: nativeEngine, output: outputIsURL ? output : nil)
  }

  private var nativeEngine: NativeEngine {
    var options = NativeEngine.Options(threads: threads)
    options.temporaryDirectory = temp ?? Environment.temporaryDirectory
    options.packed = PackedInputs(member: member, largestExpansion: maxExpandedSize?.bytes)
    if let memory { options.memory = memory.bytes }
    options.cache = cache.checkpoints
    options.verifiesCache = cache.verifyCache
    return NativeEngine(options)
  }
}
