#if Spark
  import ArrowStream
  import Foundation
  import ListeningSessionsTestSupport
  import SparkConnect
  import Testing

  /// `--output` with a URL: the cluster writes the large tables itself.
  @Suite(.serialized) struct ClusterOutputTests {
    private let directory: TemporaryDirectory
    private let inputs = ["export.tsv", "phone.tsv"].map {
      "\(Tool.project)/Tests/Fixtures/mixed-faults/\($0)"
    }
    private var url: String { "file://\(directory.path)/large" }

    init() throws {
      directory = try TemporaryDirectory()
    }

    @Test func theLinesAreThoseOfTheNativeEngine() async throws {
      let outcome = try await onSpark("sessions", "--output", url)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages.contains("Written by the cluster: \(url)/sessions.tsv"))
      try await native()
      for table in ["sessions", "rejected"] {
        #expect(try written(table) == rows(of: table), "\(table)")
      }
      let small = try FileManager.default.contentsOfDirectory(
        atPath: "\(directory.path)/sidelong-out")
      #expect(
        small.sorted() == ["metrics.prom", "quality.json", "quality.junit.xml", "run.json"])
      let quality = String(
        decoding: try directory.bytes(of: "sidelong-out/quality.json"), as: UTF8.self)
      #expect(quality.contains("\"path\" : \"\(url)/rejected.tsv\""))
    }

    @Test func laterTablesTakeThePlaceOfEarlierOnesAndTheLimitHolds() async throws {
      for limit in [3, 1] {
        let outcome = try await onSpark(
          "analyze", "--output", url + "/", "--quarantine-limit", "\(limit)", "--quality",
          "basic")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try written("rejected").count == limit)
      }
      try await native()
      #expect(try written("rejected") == Array(rows(of: "rejected").prefix(1)))
      let large = try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/large")
      #expect(large == ["rejected.tsv"])
    }

    @Test func withoutRejectsTheirTableIsEmpty() async throws {
      let input = try directory.write("u\t2009-05-04T23:08:57Z\t\tA\t\tT\n", to: "clean.tsv")
      let outcome = try await Program.run(
        "sessions", input, "--engine", "spark", "--spark-remote", try SharedServer.address,
        "--output", url, "--quality", "basic")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try written("rejected") == [])
      #expect(try written("sessions").count == 1)
    }

    @Test func parquetHoldsTheSameAsColumnsOfTheirTypes() async throws {
      let outcome = try await onSpark(
        "sessions", "--output", url, "--spark-files", "parquet", "--quality", "basic")
      #expect(outcome.status == 0, "\(outcome.messages)")
      try await native()
      let tables = try await SharedServer.withSession { session in
        try await session.run("SET spark.sql.session.timeZone=UTC")
        return try await [
          session.query(
            """
            SELECT CAST(concat_ws('\\t', user_id, date_format(started_at, r"yyyy-MM-dd'T'HH:mm:ss'Z'"),
              date_format(ended_at, r"yyyy-MM-dd'T'HH:mm:ss'Z'"), duration_seconds, track_count,
              distinct_songs) AS BINARY) AS line
            FROM parquet.`\(url)/sessions.parquet` ORDER BY user_id, started_at
            """),
          session.query(
            """
            SELECT CAST(concat_ws('\\t', input_path, line_number, byte_offset, reason,
              CAST(raw_line AS STRING)) AS BINARY) AS line
            FROM parquet.`\(url)/rejected.parquet` ORDER BY input_path, line_number
            """),
        ]
      }
      for (table, found) in zip(["sessions", "rejected"], tables) {
        let lines = try (0..<found.rowCount).map { row in
          try found.column("line").bytes(row).map { Array($0) }
        }
        #expect(try lines == rows(of: table), "\(table)")
      }
    }

    @Test func aRefusedWriteIsNamedAndEarlierResultsStay() async throws {
      let good = try await onSpark("analyze", "--output", url, "--quality", "basic")
      #expect(good.status == 0, "\(good.messages)")
      let before = try directory.bytes(of: "sidelong-out/run.json")
      let outcome = try await onSpark(
        "analyze", "--output", "file:///proc/nobody/writes/here", "--quality", "basic")
      #expect(outcome.status == 73, "\(outcome.messages)")
      #expect(
        outcome.messages.contains("cannot write file:///proc/nobody/writes/here/rejected.tsv"))
      #expect(outcome.messages.contains("every worker of the cluster can write"))
      #expect(try directory.bytes(of: "sidelong-out/run.json") == before)
      #expect(try await SharedServer.monitor.keptResults() == 0)
    }

    @Test func aPlaceThatSparkDoesNotKnowIsRefused() async throws {
      let outcome = try await onSpark(
        "analyze", "--output", "nowhere://bucket/out", "--quality", "basic")
      #expect(outcome.status == 73, "\(outcome.messages)")
      #expect(
        outcome.messages.contains("cannot write nowhere://bucket/out/rejected.tsv"),
        "\(outcome.messages)")
    }

    @Test func theFormIsForUrlsOnly() async throws {
      let outcome = try await onSpark("analyze", "--output", "out", "--spark-files", "parquet")
      #expect(outcome.status == 64, "\(outcome.messages)")
      #expect(outcome.messages.contains("--spark-files"))
    }

    private func onSpark(
      _ command: String, _ options: String...
    ) async throws -> (status: Int32, output: String, messages: String) {
      try await Program.onSpark([command] + inputs + options, in: directory.path)
    }

    private func native() async throws {
      try await Program.native("sessions", inputs, output: "\(directory.path)/native")
    }

    /// The lines of the native engine's table, without the header.
    private func rows(of table: String) throws -> [[UInt8]] {
      Array(try lines(of: "native/\(table).tsv").dropFirst())
    }

    /// The lines of what the cluster has written, in the order of its parts.
    private func written(_ table: String) throws -> [[UInt8]] {
      let folder = "large/\(table).tsv"
      let parts = try FileManager.default.contentsOfDirectory(
        atPath: "\(directory.path)/\(folder)")
      #expect(parts.contains("_SUCCESS"))
      return try parts.filter { $0.hasPrefix("part-") }.sorted()
        .flatMap { try lines(of: "\(folder)/\($0)") }
    }

    private func lines(of file: String) throws -> [[UInt8]] {
      try directory.bytes(of: file).split(separator: 0x0A).map(Array.init)
    }
  }
#endif
