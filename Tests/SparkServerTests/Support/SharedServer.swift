#if Spark
  import Foundation
  import SparkConnect

  /// The server that `make test-spark` has started; that there is none is a failure.
  enum SharedServer {
    struct Missing: Error, CustomStringConvertible {
      let description = "no server: SIDELONG_TEST_SPARK_REMOTE is not set; use make test-spark"
    }

    static var address: String {
      get throws { try value("SIDELONG_TEST_SPARK_REMOTE") }
    }

    /// The monitoring pages of the server.
    static var monitor: Monitor {
      get throws { Monitor(ui: try value("SIDELONG_TEST_SPARK_UI")) }
    }

    /// A new session; the caller closes it.
    static func session(
      progress: (@Sendable (SparkProgress) -> Void)? = nil
    ) async throws -> SparkSession {
      try await .connect(to: try SparkRemote(try address), progress: progress)
    }

    /// Runs `body` with a session that is closed whatever happens.
    static func withSession<Result>(
      _ body: (SparkSession) async throws -> Result
    ) async throws -> Result {
      let session = try await session()
      do {
        let result = try await body(session)
        await session.close()
        return result
      } catch {
        await session.close()
        throw error
      }
    }

    private static func value(_ name: String) throws -> String {
      guard let value = ProcessInfo.processInfo.environment[name] else { throw Missing() }
      return value
    }
  }
#endif
