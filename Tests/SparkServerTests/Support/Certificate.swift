#if Spark
  import ListeningSessionsTestSupport

  /// A certificate for `localhost` that nobody has signed but itself.
  struct Certificate {
    private let directory: TemporaryDirectory

    init() async throws {
      directory = try TemporaryDirectory()
      try await Tool.run(
        "/usr/bin/env", "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        "-keyout", keyPath, "-out", path)
    }

    var path: String { "\(directory.path)/certificate.pem" }
    var keyPath: String { "\(directory.path)/key.pem" }
  }
#endif
