#if Spark
  import ArrowStream
  import Foundation
  import ListeningSessionsTestSupport
  import SparkConnect
  import Testing

  /// Inputs in a store and large tables written to it, over its own protocol: the server that these tests
  /// share reaches an S3 server and an HDFS on loopback.
  @Suite(.serialized) struct ObjectStoreTests {
    private static let names = ["export.tsv", "phone.tsv"]
    private static let folder = "\(Tool.project)/Tests/Fixtures/mixed-faults"

    private let directory: TemporaryDirectory

    init() throws {
      directory = try TemporaryDirectory()
    }

    @Test(arguments: ObjectStore.allCases)
    func theFilesAreThoseOfTheNativeEngine(store: ObjectStore) async throws {
      for name in Self.names { try await store.put("\(Self.folder)/\(name)", as: "in/\(name)") }
      let outcome = try await onSpark(
        "analyze", try store.url("in/*.tsv"), "--output", "\(directory.path)/out")
      #expect(outcome.status == 0, "\(outcome.messages)")
      try await native("analyze")
      for table in ["top_songs", "top_sessions", "session_tracks"] {
        let bytes = try directory.bytes(of: "out/\(table).tsv")
        #expect(try bytes == directory.bytes(of: "native/\(table).tsv"), "\(table)")
      }
      let rejects = try lines(directory.bytes(of: "out/rejected.tsv"))
      #expect(try rejects == lines(of: "rejected", in: store), "\(store)")
    }

    @Test(arguments: ObjectStore.allCases, ["tsv", "parquet"])
    func theClusterWritesTheLargeTables(store: ObjectStore, form: String) async throws {
      for name in Self.names { try await store.put("\(Self.folder)/\(name)", as: "in/\(name)") }
      let output = try store.url("out")
      // Those of the second run take the place of those of the first.
      for _ in 0..<(form == "tsv" ? 2 : 1) {
        let outcome = try await onSpark(
          "sessions", try store.url("in"), "--output", output, "--spark-files", form, "--quality",
          "basic")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("Written by the cluster: \(output)/sessions.\(form)"))
      }
      try await native("sessions")
      for table in ["sessions", "rejected"] {
        let expected = try lines(of: table, in: store).dropFirst()
        if form == "tsv" {
          #expect(try await written("\(output)/\(table).tsv") == Set(expected), "\(table)")
        } else {
          #expect(try await count("\(output)/\(table).parquet") == expected.count, "\(table)")
        }
      }
    }

    @Test(arguments: ObjectStore.allCases)
    func aNameThatIsNotThereIsNamed(store: ObjectStore) async throws {
      try await store.put("\(Self.folder)/export.tsv", as: "in/export.tsv")
      let url = try store.url("nothing/*.tsv")
      let outcome = try await onSpark("analyze", url, "--output", "\(directory.path)/out")
      #expect(outcome.status == 66, "\(outcome.messages)")
      #expect(outcome.messages.contains(url))
      #expect(outcome.messages.contains("[PATH_NOT_FOUND]"))
    }

    @Test(arguments: [
      ("s3a://no-such-bucket/*.tsv", "NoSuchBucket"),
      ("hdfs://127.0.0.1:1/listens.tsv", "Connection refused"),
    ])
    func aStoreThatIsNotThereIsNamed(url: String, reason: String) async throws {
      let outcome = try await onSpark("analyze", url, "--output", "\(directory.path)/out")
      #expect(outcome.status == 66, "\(outcome.messages)")
      #expect(outcome.messages.contains("the cluster cannot find \(url)"))
      #expect(outcome.messages.contains(reason))
    }

    @Test func aFileThatMayNotBeReadIsNamed() async throws {
      try await ObjectStore.hdfs.put("\(Self.folder)/export.tsv", as: "hidden.tsv")
      try await ObjectStore.hide("hidden.tsv")
      let url = try ObjectStore.hdfs.url("hidden.tsv")
      let outcome = try await onSpark("analyze", url, "--output", "\(directory.path)/out")
      #expect(outcome.status == 66, "\(outcome.messages)")
      #expect(outcome.messages.contains(url))
    }

    @Test func aPlaceThatMayNotBeWrittenIsNamed() async throws {
      try await ObjectStore.hdfs.put("\(Self.folder)/export.tsv", as: "in/export.tsv")
      let root = try ObjectStore.hdfs.url("out").replacing("/sidelong/", with: "/")
      let outcome = try await onSpark(
        "sessions", try ObjectStore.hdfs.url("in"), "--output", root)
      #expect(outcome.status == 73, "\(outcome.messages)")
      #expect(outcome.messages.contains("the cluster cannot write \(root)/rejected.tsv"))
      #expect(outcome.messages.contains("Permission denied: user=sidelong"))
    }

    private func onSpark(
      _ arguments: String...
    ) async throws -> (status: Int32, output: String, messages: String) {
      try await Program.onSpark(arguments, in: directory.path)
    }

    private func native(_ command: String) async throws {
      let inputs = Self.names.map { "\(Self.folder)/\($0)" }
      try await Program.native(command, inputs, output: "\(directory.path)/native")
    }

    /// The lines of the native engine's table, as if it had read its inputs from the store.
    private func lines(of table: String, in store: ObjectStore) throws -> [String] {
      let folder = try store.url("in")
      return try lines(directory.bytes(of: "native/\(table).tsv"))
        .map { $0.replacing(Self.folder, with: folder) }
    }

    /// Latin-1 has a character for every byte, and rejects may be no UTF-8.
    private func lines(_ bytes: [UInt8]) throws -> [String] {
      try bytes.split(separator: 0x0A).map { line in
        try #require(String(bytes: line, encoding: .isoLatin1))
      }
    }

    /// The lines of a table that the cluster has written, in no order.
    private func written(_ url: String) async throws -> Set<String> {
      let table = try await SharedServer.withSession { session in
        try await session.query("SELECT content FROM binaryFile.`\(url)/part-*`")
      }
      let column = try table.column("content")
      return Set(
        try (0..<table.rowCount).flatMap { row in
          try lines(Array(try #require(try column.bytes(row))))
        })
    }

    private func count(_ url: String) async throws -> Int {
      let table = try await SharedServer.withSession { session in
        try await session.query("SELECT CAST(count(*) AS STRING) AS n FROM parquet.`\(url)`")
      }
      let bytes = try #require(try table.column("n").bytes(0))
      return try #require(Int(String(decoding: bytes, as: UTF8.self)))
    }
  }
#endif
