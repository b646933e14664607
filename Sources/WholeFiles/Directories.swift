import ListeningSessions
import SystemPackage

/// Directories for output.
public enum Directories {
  /// Makes a directory and those above it, as far as they are missing.
  ///
  /// - Throws: `AnalysisError.cannotCreateOutput`.
  public static func make(_ path: String) throws {
    var above = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      above += part
      do throws(Errno) {
        try FileNames.makeDirectory(above)
      } catch {
        let isThere = (try? FilePath(above).stat())?.type == .directory
        if !isThere { throw cannotMake(path, error) }
      }
      above += "/"
    }
  }

  private static func cannotMake(_ path: String, _ error: Errno) -> AnalysisError {
    AnalysisError(
      .cannotCreateOutput, "cannot create the directory \(path): \(error)",
      advice: "choose a place that you may write to with --output")
  }
}
