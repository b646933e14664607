#if Spark
  import ArrowStream
  import SparkConnect
  import Synchronization
  import Testing

  /// A session on a real server.
  struct SessionTests {
    @Test func theServerTellsItsVersion() async throws {
      try await SharedServer.withSession { session in
        #expect(session.version.hasPrefix("4.1."))
      }
    }

    @Test func valuesOfEveryTypeComeAsTheyAre() async throws {
      let table = try await SharedServer.withSession { session in
        try await session.query(
          """
          SELECT 1Y AS a, 2S AS b, 3 AS c, 9223372036854775807L AS d, 0.5F AS e, 0.1D AS f,
            true AS g, 'Żółć 🎵' AS h, X'FF00' AS i, DATE'1970-01-02' AS j,
            TIMESTAMP'2009-05-04T23:08:57.123456Z' AS k, null AS l, cast(null AS STRING) AS m,
            TIMESTAMP_NTZ'1970-01-01T00:00:01' AS n
          """)
      }
      #expect(table.rowCount == 1)
      #expect(try ["a", "b", "c", "j"].map { try table.column($0).int64(0) } == [1, 2, 3, 1])
      #expect(try table.column("d").int64(0) == .max)
      #expect(try table.column("e").double(0) == 0.5)
      #expect(try table.column("f").double(0) == 0.1)
      #expect(try table.column("g").bool(0) == true)
      #expect(try table.column("h").string(0) == "Żółć 🎵")
      #expect(try table.column("i").bytes(0).map(Array.init) == [0xFF, 0])
      #expect(try table.column("k").timestamp(0) == 1_241_478_537_123_456)
      #expect(table.columns.filter { $0.isNull(0) }.map(\.field.name) == ["l", "m"])
      #expect(try table.column("n").timestamp(0) == 1_000_000)
    }

    @Test(arguments: [
      "plain", "O'Brien \"x\" \\ ; -- :name", "tab\tline\n", "", "\u{0}nul", "Żółć 🎵",
    ])
    func parametersAreValuesWhateverIsInThem(text: String) async throws {
      let table = try await SharedServer.withSession { session in
        try await session.query(
          "SELECT :text AS text, :number + 1 AS number, :bytes AS bytes, :yes AS yes, :x AS x, "
            + ":at AS at",
          arguments: [
            "text": .string(text), "number": 41, "bytes": .binary([0xFF]), "yes": .bool(true),
            "x": .double(0.25), "at": .timestamp(microseconds: -1),
          ])
      }
      #expect(try table.column("text").string(0) == text)
      #expect(try table.column("number").int64(0) == 42)
      #expect(try table.column("bytes").bytes(0).map(Array.init) == [0xFF])
      #expect(try table.column("yes").bool(0) == true)
      #expect(try table.column("x").double(0) == 0.25)
      #expect(try table.column("at").timestamp(0) == -1)
    }

    @Test func manyRowsArriveBatchByBatchInOrder() async throws {
      try await SharedServer.withSession { session in
        var next: Int64 = 0
        var batches = 0
        try await session.stream("SELECT id FROM range(0, 300000, 1, 4) ORDER BY id") { batch in
          let ids = try batch.column("id")
          for row in 0..<batch.rowCount {
            if try ids.int64(row) != next { Issue.record("row \(next)") }
            next += 1
          }
          batches += 1
        }
        #expect(next == 300_000)
        #expect(batches > 10)
      }
    }

    @Test func anEmptyResultHasItsColumns() async throws {
      let table = try await SharedServer.withSession { session in
        try await session.query("SELECT id, cast(id AS STRING) AS text FROM range(5) WHERE id > 9")
      }
      #expect(table.rowCount == 0)
      #expect(table.columns.map(\.field.name) == ["id", "text"])
    }

    @Test func messagesMayBeLarge() async throws {
      // 30 MB in one row: over the 4 MiB of gRPC, and over one part of a batch.
      let table = try await SharedServer.withSession { session in
        try await session.query("SELECT repeat('0123456789', 3000000) AS text")
      }
      #expect(try table.column("text").bytes(0)?.count == 30_000_000)
    }

    @Test func commandsTakeEffectInTheirSessionOnly() async throws {
      try await SharedServer.withSession { session in
        try await session.run("SET spark.sql.session.timeZone = UTC")
        #expect(try await session.setting("spark.sql.session.timeZone") == "UTC")
        #expect(try await session.setting("spark.sidelong.no.such") == nil)
        #expect(try await session.setting("spark.app.id")?.isEmpty == false)
        try await session.run(
          "CREATE TEMPORARY VIEW numbers AS SELECT id FROM range(:end)", arguments: ["end": 7])
        let count = try await session.query("SELECT count(*) AS n FROM numbers")
        #expect(try count.column("n").int64(0) == 7)
        let tables = try await session.answer(to: "SHOW VIEWS")
        #expect(try tables.column("viewName").string(0) == "numbers")
        #expect(session.operationIDs.count >= 6)
        try await SharedServer.withSession { other in
          let error = await #expect(throws: SparkError.self) {
            try await other.query("SELECT * FROM numbers")
          }
          #expect(error?.errorClass == "TABLE_OR_VIEW_NOT_FOUND")
        }
      }
    }

    @Test(arguments: [
      ("SELEC 1", "PARSE_SYNTAX_ERROR", "42601"),
      ("SELECT nosuch FROM range(1)", "UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703"),
      ("SELECT 1 / 0", "DIVIDE_BY_ZERO", "22012"),
      ("SELECT cast('x' AS INT)", "CAST_INVALID_INPUT", "22018"),
      ("SELECT * FROM text.`/no/such/path`", "PATH_NOT_FOUND", "42K03"),
    ])
    func errorsHaveSparksClassAndState(sql: String, name: String, state: String) async throws {
      try await SharedServer.withSession { session in
        let error = await #expect(throws: SparkError.self) { try await session.query(sql) }
        #expect(error?.kind == .statement)
        #expect(error?.errorClass == name)
        #expect(error?.sqlState == state)
        #expect(error?.message.contains(name) == true)
        // The session goes on.
        let rows = try await session.query("SELECT 1").rowCount
        #expect(rows == 1)
      }
    }

    @Test func theWholeMessageOfALongErrorArrives() async throws {
      try await SharedServer.withSession { session in
        let error = await #expect(throws: SparkError.self) {
          try await session.query("SELECT raise_error(concat('begin ', repeat('x', 5000), ' end'))")
        }
        #expect(error?.errorClass == "USER_RAISED_EXCEPTION")
        #expect(error?.message.contains("begin xxx") == true)
        #expect(error?.message.contains("xxx end") == true)
      }
    }

    @Test func statementsRunSideBySide() async throws {
      let sum = try await SharedServer.withSession { session in
        try await withThrowingTaskGroup(of: Int64?.self) { group in
          for number in 1...8 {
            group.addTask {
              try await session.query("SELECT \(number)L AS n").column("n").int64(0)
            }
          }
          return try await group.reduce(0) { $0 + ($1 ?? 0) }
        }
      }
      #expect(sum == 36)
    }

    @Test func progressIsTold() async throws {
      let seen = Mutex<[SparkProgress]>([])
      let session = try await SharedServer.session { progress in
        seen.withLock { $0.append(progress) }
      }
      _ = try await session.query(
        "SELECT count(*) FROM range(0, 40, 1, 40) WHERE java_method('java.lang.Thread', 'sleep', "
          + "cast(id * 0 + 200 AS BIGINT)) IS NULL")
      await session.close()
      let fractions = seen.withLock { $0.map(\.fraction) }
      #expect(fractions.contains { $0 > 0 && $0 < 1 }, "\(fractions)")
      #expect(seen.withLock { $0.allSatisfy { session.operationIDs.contains($0.operationID) } })
    }
  }
#endif
