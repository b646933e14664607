#if Spark
  import ArrowStream
  import Foundation
  import ListeningSessionsTestSupport
  import SparkConnect
  import Testing

  extension Faults {
    /// Tokens, encryption and streams that break, at one server that wants a token.
    @Suite struct Gateway {
      @Test func tokensEncryptionAndBrokenStreams() async throws {
        try await OwnServer.with(
          "gateway", "--master", "local[2]", "--token", "s3cret",
          "--conf", "spark.connect.execute.reattachable.senderMaxStreamDuration=2s"
        ) { server in
          let local = "sc://localhost:\(try server.port)"
          try await refusesWrongTokens(local)
          try await endsStreamsOnPurpose(local)
          try await survivesBrokenConnections(try server.port)
          try await encrypts(try server.port)
          try await losesSessions(local)
          #expect(try await server.monitor.runningJobs() == 0)
        }
      }

      private func refusesWrongTokens(_ address: String) async throws {
        for token in [nil, "wrong"] {
          let error = await #expect(throws: SparkError.self) {
            try await SparkSession.connect(to: SparkRemote(address, token: token))
          }
          #expect(error?.kind == .authentication)
          #expect(error?.message.contains("does not let this user in") == true)
          #expect(error?.message.contains("oken") == true, "\(error?.message ?? "")")
        }
      }

      /// The server ends every stream after two seconds; ten seconds take several.
      private func endsStreamsOnPurpose(_ address: String) async throws {
        let session = try await SparkSession.connect(to: SparkRemote(address, token: "s3cret"))
        let table = try await session.query(Work.sleeping(tasks: 100))
        #expect(try table.column("n").int64(0) == 100)
        await session.close()
      }

      /// Connections break in the middle of rows; all arrive, and none twice.
      private func survivesBrokenConnections(_ port: Int) async throws {
        let proxy = try Proxy(port, ["--cut", "20000", "150000", "900000"])
        let session = try await SparkSession.connect(
          to: SparkRemote("sc://localhost:\(proxy.port)", token: "s3cret"))
        var next: Int64 = 0
        try await session.stream(
          "SELECT id, repeat('x', 50) AS text FROM range(0, 100000, 1, 8) ORDER BY id"
        ) { batch in
          let ids = try batch.column("id")
          for row in 0..<batch.rowCount {
            if try ids.int64(row) != next { Issue.record("row \(next)") }
            next += 1
          }
        }
        #expect(next == 100_000)
        await session.close()
      }

      private func encrypts(_ port: Int) async throws {
        let certificate = try await Certificate()
        let proxy = try Proxy(port, ["--tls", certificate.path, certificate.keyPath])
        let encrypted = "sc://localhost:\(proxy.port)/;use_ssl=true"
        let trusting = try SparkRemote(
          encrypted, token: "s3cret", trustedCertificates: certificate.path)
        let session = try await SparkSession.connect(to: trusting)
        #expect(try await session.query("SELECT 7 AS n").column("n").int64(0) == 7)
        await session.close()

        let untrusted = await failure(try SparkRemote(encrypted, token: "s3cret"))
        #expect(untrusted?.kind == .tls)
        #expect(untrusted?.message.contains("CERTIFICATE") == true, "\(untrusted?.message ?? "")")

        // Encrypted to a server that does not encrypt.
        let plain = try SparkRemote("sc://localhost:\(port)/;use_ssl=true", token: "s3cret")
        #expect(await failure(plain)?.kind == .tls)

        // Unencrypted to one that does; the server hangs up, which could have other reasons.
        let open = await failure(try SparkRemote("sc://localhost:\(proxy.port)", token: "s3cret"))
        #expect(open?.kind == .unreachable || open?.kind == .tls)
      }

      private func losesSessions(_ address: String) async throws {
        let id = UUID().uuidString.lowercased()
        let remote = try SparkRemote("\(address)/;session_id=\(id)", token: "s3cret")
        let session = try await SparkSession.connect(to: remote)
        try await session.run("CREATE TEMPORARY VIEW v AS SELECT 1 AS n")
        let other = try await SparkSession.connect(to: remote)
        await other.close()
        let error = await #expect(throws: SparkError.self) {
          try await session.query("SELECT n FROM v")
        }
        #expect(error?.kind == .lost)
        #expect(error?.message.contains("INVALID_HANDLE.SESSION") == true)
        await session.close()
      }

      private func failure(_ remote: SparkRemote) async -> SparkError? {
        var retry = SparkRetryPolicy()
        retry.attempts = Faults.patience
        return await #expect(throws: SparkError.self) {
          try await SparkSession.connect(to: remote, retry: retry)
        }
      }
    }
  }
#endif
