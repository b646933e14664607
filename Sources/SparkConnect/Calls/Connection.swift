#if Spark
  import GRPCCore
  import GRPCNIOTransportHTTP2Posix
  import SparkConnectProtos

  /// The connection to a server, made anew by itself when it breaks.
  struct Connection: Sendable {
    typealias Service = Spark_Connect_SparkConnectService.Client<HTTP2ClientTransport.Posix>

    let service: Service
    private let client: GRPCClient<HTTP2ClientTransport.Posix>
    private let runner: Task<Void, any Error>

    /// Most bytes of one message of the server, which makes batches of up to 128 MB.
    private static let longestMessage = 144 << 20

    init(_ remote: SparkRemote) throws {
      do {
        let transport = try HTTP2ClientTransport.Posix(
          target: .dns(host: remote.host, port: remote.port),
          transportSecurity: Self.security(remote), config: Self.settings(remote))
        let client = GRPCClient(transport: transport, interceptors: [Headers(remote)])
        self.client = client
        service = Service(wrapping: client)
        runner = Task { try await client.runConnections() }
      } catch {
        throw SparkError(
          .configuration, "no connection to \(remote.address) can be set up: \(error)")
      }
    }

    /// For the stream of a statement, which may take as long as it likes.
    static var streaming: CallOptions {
      var options = CallOptions.defaults
      options.waitForReady = false
      // The transport limits what it receives by this number, its name notwithstanding.
      options.maxRequestMessageBytes = longestMessage
      options.maxResponseMessageBytes = longestMessage
      return options
    }

    /// For a short question.
    static func within(_ time: Duration) -> CallOptions {
      var options = streaming
      options.timeout = time
      return options
    }

    /// Ends the connection; does not wait longer than two seconds.
    func close() async {
      client.beginGracefulShutdown()
      // While a name cannot be resolved, the client would never end by itself.
      let deadline = Task {
        try await Task.sleep(for: .seconds(2))
        runner.cancel()
      }
      _ = await runner.result
      deadline.cancel()
    }

    private static func security(
      _ remote: SparkRemote
    ) -> HTTP2ClientTransport.Posix.TransportSecurity {
      guard remote.usesTLS else { return .plaintext }
      return .tls { tls in
        if let path = remote.trustedCertificates {
          tls.trustRoots = .certificates([.file(path: path, format: .pem)])
        }
      }
    }

    private static func settings(_ remote: SparkRemote) -> HTTP2ClientTransport.Posix.Config {
      .defaults { config in
        // Large enough that a batch does not wait for permission in the middle.
        config.http2.targetWindowSize = 8 << 20
        config.backoff.initial = .milliseconds(100)
        config.backoff.max = .seconds(2)
        // A server takes it amiss to be asked more often than every five minutes.
        config.connection.keepalive = .init(
          time: .seconds(310), timeout: .seconds(20), allowWithoutCalls: false)
      }
    }
  }
#endif
