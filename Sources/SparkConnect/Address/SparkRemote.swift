#if Spark
  /// Where a Spark Connect server is and what it is told: `sc://host:port/;key=value;…`.
  ///
  ///     let remote = try SparkRemote("sc://cluster.example:15002/;use_ssl=true", token: "secret")
  ///
  /// A description never shows the token.
  public struct SparkRemote: Hashable, Sendable {
    public let host: String
    /// Default: 15002.
    public let port: Int
    /// Whether the connection is encrypted; a token asks for it, unless the host is this machine.
    public let usesTLS: Bool
    /// Names the session together with its id; default: none.
    public let userID: String
    /// The id of the session, if it is not to be made up.
    public let sessionID: String?
    /// A file of certificates in PEM form to trust instead of the system's.
    public let trustedCertificates: String?
    let userAgent: String?
    let token: String?
    /// What else stands in the connection string, sent with every call.
    let headers: [String: String]

    /// Reads a connection string.
    ///
    /// - Parameters:
    ///   - connectionString: as Spark defines it.
    ///   - token: used if the string holds none.
    ///   - trustedCertificates: a PEM file to trust instead of the system's certificates.
    /// - Throws: `SparkError` of kind `configuration` for a string that is none, and for a token that
    ///   would go unencrypted to another machine.
    public init(
      _ connectionString: String, token: String? = nil, trustedCertificates: String? = nil
    ) throws {
      var text = try ConnectionString(connectionString)
      host = text.host
      port = text.port
      let isLocal = Self.isThisMachine(text.host)
      let given = text.take("token") ?? token
      self.token = given.flatMap { $0.isEmpty ? nil : $0 }
      usesTLS = try text.takeBool("use_ssl") ?? (self.token != nil && !isLocal)
      userID = text.take("user_id") ?? ""
      userAgent = text.take("user_agent")
      sessionID = try text.takeUUID("session_id")
      headers = text.parameters
      self.trustedCertificates = trustedCertificates
      if self.token != nil, !usesTLS, !isLocal {
        throw SparkError(
          .configuration,
          "the token for \(host) would be sent unencrypted; write use_ssl=true into the address, "
            + "or use a tunnel to this machine")
      }
      if usesTLS, Self.isAddress(host) {
        throw SparkError(
          .configuration,
          "\(host) is an address, and certificates are for names; give the server's name")
      }
    }

    /// Host and port, as a person writes them.
    public var address: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    private static func isThisMachine(_ host: String) -> Bool {
      host == "localhost" || host == "::1" || isAddress(host) && host.hasPrefix("127.")
    }

    /// Whether `host` is a number and no name.
    static func isAddress(_ host: String) -> Bool {
      let parts = host.split(separator: ".", omittingEmptySubsequences: false)
      return host.contains(":") || parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
  }

  extension SparkRemote: CustomStringConvertible {
    /// The address without anything secret.
    public var description: String { "sc://\(address)" }
  }

  extension SparkRemote: CustomDebugStringConvertible, CustomReflectable {
    public var debugDescription: String { description }
    /// Without children, or `dump` and failed expectations would show the token.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
  }
#endif
