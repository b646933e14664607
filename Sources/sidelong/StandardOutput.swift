import ListeningSessions
import SystemPackage

/// Results for people and programs; messages go to standard error.
enum StandardOutput {
  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8]) throws {
    do {
      _ = try FileDescriptor.standardOutput.writeAll(bytes)
    } catch {
      throw AnalysisError(
        .inputOutput, "cannot write to standard output: \(error)",
        advice: "the result files are written all the same")
    }
  }
}
