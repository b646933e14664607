#if Spark
  import Foundation
  import ListeningSessionsTestSupport
  import Testing

  extension Faults {
    /// What the program says and how it ends when there is no cluster for it.
    @Suite struct CommandLine {
      private let directory: TemporaryDirectory

      init() throws {
        directory = try TemporaryDirectory()
        try directory.write("u\t2009-05-04T23:08:57Z\t\tArtist\t\tTrack\n", to: "listens.tsv")
      }

      @Test func nobodyAnswers() async throws {
        let outcome = try await analyze("--spark-remote", "sc://127.0.0.1:1")
        #expect(outcome.status == 69)
        #expect(outcome.messages.contains("no Spark server answers at 127.0.0.1:1"))
        #expect(outcome.messages.contains("start the server"))
        #expect(try results() == [])
      }

      @Test(arguments: [
        (["--spark-remote", "sc://"], "names no host", Int32(78)),
        (
          ["--spark-remote", "sc://cluster.example/;use_ssl=false;token=s3cret"], "unencrypted", 78
        ),
        (["--spark-remote", "sc://localhost", "--spark-token-file", "/no/such"], "/no/such", 78),
        ([], "--spark-remote", 64),
      ])
      func theCommandLineCannotBeMeant(
        options: [String], words: String, status: Int32
      ) async throws {
        let outcome = try await Program.start(arguments(options)).end()
        #expect(outcome.status == status)
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
        #expect(!outcome.messages.contains("s3cret"))
      }

      @Test func optionsOfTheClusterNeedTheEngine() async throws {
        let outcome = try await Program.run(
          "analyze", "\(directory.path)/listens.tsv", "--spark-remote", "sc://localhost")
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("'--spark-remote' is for '--engine spark' only"))
      }

      @Test func aWrongTokenIsRefusedAndTheRightOneIsTaken() async throws {
        try await OwnServer.with("token", "--master", "local[2]", "--token", "s3cret") { server in
          let remote = "sc://localhost:\(try server.port)"
          let wrong = try await analyze("--spark-remote", "\(remote)/;token=wrong")
          #expect(wrong.status == 77)
          #expect(wrong.messages.contains("does not let this user in"))
          #expect(wrong.messages.contains("--spark-token-file"))
          let file = try directory.write("s3cret\n", to: "token")
          let right = try await analyze("--spark-remote", remote, "--spark-token-file", file)
          #expect(right.status == 0, "\(right.messages)")
          #expect(!right.messages.contains("s3cret"))
          #expect(try await server.monitor.runningJobs() == 0)
          #expect(try await server.monitor.keptResults() == 0)
        }
      }

      private func analyze(
        _ options: String...
      ) async throws -> (status: Int32, output: String, messages: String) {
        try await Program.start(arguments(options)).end()
      }

      private func arguments(_ options: [String]) -> [String] {
        [
          "analyze", "\(directory.path)/listens.tsv", "--engine", "spark", "--output",
          "\(directory.path)/out", "--fail-on", "never",
        ] + options
      }

      /// The result files, if any; metrics tell of failures too.
      private func results() throws -> [String] {
        guard try directory.names().contains("out") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/out")
          .filter { $0 != "metrics.prom" }
      }
    }
  }
#endif
