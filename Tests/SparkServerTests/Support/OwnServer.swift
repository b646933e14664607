#if Spark
  import Foundation
  import SparkConnect
  import Testing

  /// A server that a test starts for itself and may break.
  struct OwnServer: Sendable {
    let name: String
    let address: String

    private static let script = Tool.project + "/Scripts/spark-server"

    /// Runs `body` with a server that is stopped whatever happens.
    static func with<Result: Sendable>(
      _ name: String, _ options: String..., body: (OwnServer) async throws -> Result
    ) async throws -> Result {
      let started = try await Tool(script, ["start", "--name", name] + options).end()
      guard started.status == 0 else {
        throw Tool.Failure(description: "no server: \(started.messages)")
      }
      let server = OwnServer(
        name: name, address: started.output.trimmingCharacters(in: .whitespacesAndNewlines))
      do {
        let result = try await body(server)
        try await server.stop()
        return result
      } catch {
        try await server.stop()
        throw error
      }
    }

    func stop() async throws {
      try await Tool.run(Self.script, "stop", "--name", name)
    }

    var port: Int { get throws { try SparkRemote(address).port } }

    var monitor: Monitor { get throws { Monitor(ui: try content("ui")) } }

    /// The process of the server itself.
    var pid: Int32 {
      get throws { try #require(Int32(try content("server-pid"))) }
    }

    /// The processes of its workers; each has one executor.
    var workers: [Int32] {
      get throws { try content("workers").split(separator: "\n").compactMap { Int32($0) } }
    }

    /// The processes of executors that a process has started.
    func executors(of parent: Int32) throws -> [Int32] {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
        .filter { pid in
          guard let status = try? text("/proc/\(pid)/status"),
            let command = try? text("/proc/\(pid)/cmdline")
          else { return false }
          return status.contains("PPid:\t\(parent)\n")
            && command.contains("CoarseGrainedExecutorBackend")
        }
    }

    private func content(_ file: String) throws -> String {
      try text("\(Tool.project)/.build-spark-server/\(name)/\(file)")
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
  }
#endif
