#if Spark
  import Foundation

  /// The program under test, which is built beside the tests.
  enum Program {
    /// Starts `sidelong`, with no memory of earlier runs and no server but the one in `arguments`.
    static func start(
      _ arguments: [String], environment: [String: String] = [:],
      in directory: String = Tool.project
    ) throws -> Tool {
      var all = ["SPARK_REMOTE": "", "SPARK_CONNECT_AUTHENTICATE_TOKEN": ""]
      all.merge(environment) { $1 }
      return try Tool(
        try path, arguments + ["--history", "none"], environment: all, in: directory)
    }

    /// Runs it on the shared server to its end, whatever it finds in the data.
    static func onSpark(
      _ arguments: [String], in directory: String
    ) async throws -> (status: Int32, output: String, messages: String) {
      try await start(
        arguments + [
          "--engine", "spark", "--spark-remote", try SharedServer.address, "--fail-on", "never",
          "--spark-partitions", "3",
        ], in: directory
      ).end()
    }

    /// Has the native engine write its files.
    static func native(_ command: String, _ inputs: [String], output: String) async throws {
      let outcome = try await start(
        [command] + inputs + ["--output", output, "--fail-on", "never", "--cache", "none"]
      ).end()
      guard outcome.status == 0 else { throw Tool.Failure(description: outcome.messages) }
    }

    /// Makes up a history.
    static func generate(rows: Int, faults: Double = 0, to output: String) async throws {
      try await Tool.run(
        try path, "generate", "--rows", "\(rows)", "--seed", "1", "--faults", "\(faults)",
        "--output", output)
    }

    private static var path: String {
      get throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent()
          .appending(path: "sidelong").path
      }
    }

    /// Runs it to its end.
    static func run(
      _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> (status: Int32, output: String, messages: String) {
      try await start(arguments, environment: environment).end()
    }
  }
#endif
