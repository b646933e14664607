import ArgumentParser
import NativeEngine

/// Which cache a command is about.
struct CacheDirectoryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The directory of the checkpoints. (default: in the user's cache directory)",
      valueName: "directory"),
    completion: .directory)
  var cache: String?

  mutating func validate() throws {
    if let cache, cache.isEmpty || cache == "none" {
      throw ValidationError("The value '\(cache)' is invalid for '--cache': give a directory.")
    }
  }

  var checkpoints: CheckpointCache {
    CheckpointCache(directory: cache ?? Environment.cacheDirectory, limit: .max) {
      StandardError.write("sidelong: warning: \($0)")
    }
  }
}
