#if Spark
  import Foundation
  import ListeningSessionsTestSupport
  import Testing

  /// `sidelong analyze --engine spark` as a user runs it; one at a time, because what is left on the
  /// cluster is counted.
  @Suite(.serialized) struct AnalyzeOnSparkTests {
    private let directory: TemporaryDirectory
    private var output: String { "\(directory.path)/out" }

    init() throws {
      directory = try TemporaryDirectory()
    }

    @Test func theFilesAreThoseOfTheNativeEngine() async throws {
      let folder = "\(Tool.project)/Tests/Fixtures/mixed-faults"
      try await expectFilesOfTheNativeEngine(["\(folder)/export.tsv", "\(folder)/phone.tsv"])
      try expectFiguresOfTheCluster()
    }

    /// Of inputs over 8 MiB the frequent values are counted from a share of the rows.
    @Test func largeInputsAreSampledLikeTheNativeEngine() async throws {
      let paths = ["first", "second"].map { "\(directory.path)/\($0).tsv" }
      try await Program.generate(rows: 90_000, faults: 0.01, to: paths[0])
      try await Program.generate(rows: 40_000, faults: 0, to: paths[1])
      // A byte-order mark moves every row by three bytes.
      let bytes = try directory.bytes(of: "second.tsv")
      _ = try directory.write([0xEF, 0xBB, 0xBF] + bytes, to: "second.tsv")
      try await expectFilesOfTheNativeEngine(paths)
    }

    @Test func withNothingKeptTheFilesAreTheSame() async throws {
      let input = "\(Tool.project)/Tests/Fixtures/mixed-faults/export.tsv"
      try await expectFilesOfTheNativeEngine([input], "--spark-storage", "none")
      let json = try JSONSerialization.jsonObject(with: Data(directory.bytes(of: "out/run.json")))
      let run = try #require(json as? [String: Any])
      let storage = try #require(run["storage"] as? [String: Any])
      #expect(storage["kept_partitions"] as? Int == 0)
    }

    private func expectFilesOfTheNativeEngine(
      _ inputs: [String], _ options: String...
    ) async throws {
      let common = [
        "--fail-on", "never", "--format", "tsv", "--cache", "none", "--as-of",
        "2026-01-01T00:00:00Z",
      ]
      let outcome = try await Program.start(
        ["analyze"] + inputs + common + options
          + ["--engine", "spark", "--spark-remote", try SharedServer.address, "--output", output]
      ).end()
      let expected = try await Program.start(
        ["analyze"] + inputs + common + ["--output", "\(directory.path)/native"]
      ).end()
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output == expected.output)
      for name in ["top_songs.tsv", "top_sessions.tsv", "session_tracks.tsv", "rejected.tsv"] {
        let bytes = try directory.bytes(of: "out/\(name)")
        let wanted = try directory.bytes(of: "native/\(name)")
        #expect(bytes == wanted, "\(name)")
      }
      #expect(try quality(of: "out") == quality(of: "native"))
    }

    /// What `quality.json` says of the data: the run has a name and a time of its own.
    private func quality(of output: String) throws -> NSDictionary {
      let bytes = Data(try directory.bytes(of: "\(output)/quality.json"))
      let json = try JSONSerialization.jsonObject(with: bytes)
      let ofTheRun = ["id", "meta", "quarantine", "run_id", "started_at", "tool"]
      let all = try #require(json as? [String: Any])
      return all.filter { !ofTheRun.contains($0.key) } as NSDictionary
    }

    /// What run.json tells of two executors with a core each, whose monitoring pages are at hand.
    private func expectFiguresOfTheCluster() throws {
      let json = try JSONSerialization.jsonObject(with: Data(directory.bytes(of: "out/run.json")))
      let run = try #require(json as? [String: Any])
      #expect(run["engine"] as? NSDictionary == ["name": "spark", "threads": 2])
      let counts = try #require(run["counts"] as? [String: Any])
      let partitions = try #require(run["partitions"] as? [String: Any])
      let mean = try #require(partitions["mean_rows"] as? Double)
      let count = try #require(partitions["count"] as? Double)
      let rows = ["listens", "duplicates"].reduce(0) { $0 + (counts[$1] as? Int ?? 0) }
      #expect(count >= 1 && Int((mean * count).rounded()) == rows)
      #expect(partitions["spilled_bytes"] as? Int == 0)
      let storage = try #require(run["storage"] as? [String: Any])
      #expect(storage["partitions"] as? Int == storage["kept_partitions"] as? Int)
      #expect(try #require(storage["memory_bytes"] as? Int) > 0)
      let ratio = try #require(storage["hit_ratio"] as? Double)
      #expect(ratio > 0.5 && ratio < 1)
    }

    @Test func theAddressCanComeFromTheEnvironment() async throws {
      let input = try directory.write(
        "u\t2009-05-04T23:08:57Z\t\tArtist\t\tTrack\n", to: "listens.tsv")
      let outcome = try await Program.run(
        "analyze", input, "--engine", "spark", "--output", output, "--fail-on", "never",
        "--quality", "basic", "--quiet", environment: ["SPARK_REMOTE": try SharedServer.address])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("Track"))
    }

    @Test func anInputThatIsNotThereIsNamed() async throws {
      let outcome = try await Program.run(
        "analyze", "/no/such/listens.tsv", "--engine", "spark", "--spark-remote",
        try SharedServer.address, "--output", output)
      #expect(outcome.status == 66, "\(outcome.messages)")
      #expect(outcome.messages.contains("/no/such/listens.tsv"))
      #expect(outcome.output == "")
    }

    @Test(arguments: [("INT", Int32(130)), ("TERM", 143)])
    func aSignalStopsTheWorkOnTheClusterAndLeavesNothing(
      name: String, status: Int32
    ) async throws {
      let input = "\(directory.path)/listens.tsv"
      try await Program.generate(rows: 400_000, to: input)
      let monitor = try SharedServer.monitor
      let earlier = try directory.write("earlier\n", to: "kept")
      let run = try Program.start([
        "analyze", input, "--engine", "spark", "--spark-remote", try SharedServer.address,
        "--output", output,
      ])
      #expect(try await monitor.wait { try await monitor.keptResults() > 0 })
      #expect(try await monitor.wait { try await monitor.runningJobs() > 0 })
      kill(run.pid, name == "INT" ? SIGINT : SIGTERM)
      let outcome = try await run.end()
      #expect(outcome.status == status, "\(outcome.messages)")
      #expect(outcome.messages.contains("interrupted"))
      #expect(outcome.output == "")
      #expect(try await monitor.wait { try await monitor.runningJobs() == 0 })
      #expect(try await monitor.wait { try await monitor.keptResults() == 0 })
      let files = try? FileManager.default.contentsOfDirectory(atPath: output)
      #expect(files ?? [] == [])
      #expect(try String(contentsOfFile: earlier, encoding: .utf8) == "earlier\n")
    }
  }
#endif
