#if Spark
  import Foundation
  import ListeningSessionsTestSupport
  import SparkConnect
  import Testing

  /// Parquet as an input: a file that Spark itself has made of a text file.
  @Suite(.serialized) struct ParquetInputTests {
    private let directory: TemporaryDirectory

    init() throws {
      directory = try TemporaryDirectory()
    }

    @Test func theAnswerIsThatOfTheText() async throws {
      let text = "\(directory.path)/listens.tsv"
      try await Program.generate(rows: 3000, to: text)
      try append(
        """
        \t2009-05-04T23:08:57Z\t\tArtist\t\tTrack
        user_1\t2009-05-04T23:08:57\t\tArtist\t\tTrack
        user_1\t2009-05-04T23:08:57+02:00\t\t \t\tTrack
        user_1\t2009-05-04t23:08:57.5-01:00\t\tArtist "quoted" \\\t\tTrack
        user_1\t2009-05-05T00:08:57Z\t\tArtist "quoted" \\\t\tTrack

        """, to: text)
      try await makeParquet(
        """
        SELECT f[5] AS track_name, 7 AS extra, f[0] AS user_id, f[1] AS `timestamp`,
          NULLIF(f[2], '') AS artist_mbid, f[3] AS artist_name, NULLIF(f[4], '') AS track_mbid
        FROM (SELECT split(value, '\\t', -1) AS f FROM text.`file:\(text)`)
        """)
      try await analyze(text, to: "text")
      try await analyze("\(directory.path)/listens.parquet", to: "parquet")
      for name in ["top_songs.tsv", "top_sessions.tsv", "session_tracks.tsv"] {
        let bytes = try directory.bytes(of: "parquet/\(name)")
        #expect(try bytes == directory.bytes(of: "text/\(name)"), "\(name)")
      }
      let rejects = try places("parquet")
      #expect(rejects.count == 3)
      #expect(try rejects == places("text"))
    }

    @Test func aTimeMayBeAMomentAndAnIdANumber() async throws {
      try await makeParquet(
        """
        SELECT 7 AS user_id, TIMESTAMP'2009-05-04 23:08:57.9Z' AS `timestamp`,
          CAST(NULL AS STRING) AS artist_mbid, 'Artist' AS artist_name,
          CAST(NULL AS STRING) AS track_mbid, 'Track' AS track_name
        UNION ALL SELECT 7, NULL, NULL, 'Artist', NULL, 'Track'
        UNION ALL SELECT 7, TIMESTAMP'2009-05-04 23:08:57Z', NULL, 'Artist', NULL, 'Two\\nlines'
        """)
      try await analyze("\(directory.path)/listens.parquet", to: "out")
      let sessions = String(
        decoding: try directory.bytes(of: "out/top_sessions.tsv"), as: UTF8.self)
      #expect(sessions.hasSuffix("\n1\t7\t2009-05-04T23:08:57Z\t2009-05-04T23:08:57Z\t0\t1\t1\n"))
      let reasons = try places("out").map { $0.split(separator: "\t")[2] }
      #expect(reasons.sorted() == ["field_count", "invalid_timestamp"])
    }

    @Test func aMissingColumnIsNamed() async throws {
      try await makeParquet("SELECT 'a' AS user_id, 'b' AS `timestamp`")
      let outcome = try await run("\(directory.path)/listens.parquet", to: "out")
      #expect(outcome.status == 66, "\(outcome.messages)")
      #expect(outcome.messages.contains("artist_mbid"), "\(outcome.messages)")
      #expect(outcome.messages.contains("user_id, timestamp, artist_mbid"), "\(outcome.messages)")
    }

    private func makeParquet(_ query: String) async throws {
      try await SharedServer.withSession { session in
        try await session.run(
          """
          INSERT OVERWRITE DIRECTORY 'file:\(directory.path)/listens.parquet' USING parquet
          SELECT /*+ COALESCE(1) */ * FROM (\(query))
          """)
      }
    }

    private func append(_ lines: String, to path: String) throws {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(lines.utf8))
      try file.close()
    }

    private func run(
      _ input: String, to output: String
    ) async throws -> (status: Int32, output: String, messages: String) {
      try await Program.run(
        "analyze", input, "--engine", "spark", "--spark-remote", try SharedServer.address,
        "--output", "\(directory.path)/\(output)", "--fail-on", "never", "--quality", "basic",
        "--spark-partitions", "3")
    }

    private func analyze(_ input: String, to output: String) async throws {
      let outcome = try await run(input, to: output)
      #expect(outcome.status == 0, "\(outcome.messages)")
    }

    /// The rejects without the path of the input.
    private func places(_ output: String) throws -> [String] {
      String(decoding: try directory.bytes(of: "\(output)/rejected.tsv"), as: UTF8.self)
        .split(separator: "\n").dropFirst()
        .map { String($0.drop { $0 != "\t" }.dropFirst()) }
    }
  }
#endif
