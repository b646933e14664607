import ArgumentParser
import NativeEngine

/// Where the results of stages are kept between runs, as options.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The directory for checkpoints, or none. (default: in the user's cache directory)",
      valueName: "directory"),
    completion: .directory)
  var cache: String?

  @Option(
    help: ArgumentHelp(
      "How large the cache may get, such as 500MB or 8GiB, or none for no limit.",
      valueName: "size"))
  var cacheLimit = CacheLimit.standard

  @Flag(help: "Read the inputs in full before a checkpoint of them is believed.")
  var verifyCache = false

  mutating func validate() throws {
    if cache?.isEmpty == true {
      throw ValidationError("The value '' is invalid for '--cache': give a directory or none.")
    }
  }

  /// The cache, whose problems are warnings.
  ///
  /// It is nil for `none`.
  var checkpoints: CheckpointCache? {
    if cache == "none" { return nil }
    return CheckpointCache(
      directory: cache ?? Environment.cacheDirectory, limit: cacheLimit.bytes
    ) { StandardError.write("sidelong: warning: \($0)") }
  }
}
