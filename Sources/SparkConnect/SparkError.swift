#if Spark
  /// What went wrong with the cluster or on the way to it.
  public struct SparkError: Error, Hashable, Sendable {
    /// The kinds of failure that callers tell apart.
    public enum Kind: Hashable, Sendable {
      /// The connection string, the token or a certificate file cannot be used.
      case configuration
      /// Nothing answers at the address.
      case unreachable
      /// The server does not accept the token, or asks for one.
      case authentication
      /// The two sides do not agree on encryption, or the certificate is not trusted.
      case tls
      /// The server, or what it knew of this session, went away during the work.
      case lost
      /// The cluster ran out of memory.
      case memory
      /// The work was interrupted.
      case interrupted
      /// Spark refused a statement or failed in it; see `errorClass`.
      case statement
      /// The server's answer makes no sense to this client.
      case answer
    }

    public let kind: Kind
    /// What happened and where, in one sentence without a full stop.
    public let message: String
    /// Spark's own name for the error, such as `PATH_NOT_FOUND`.
    public let errorClass: String?
    /// Five characters by the SQL standard.
    public let sqlState: String?
    /// What lies behind it, the nearest cause first, as the server tells it.
    public let causes: [String]

    public init(
      _ kind: Kind, _ message: String, errorClass: String? = nil, sqlState: String? = nil,
      causes: [String] = []
    ) {
      self.kind = kind
      self.message = message
      self.errorClass = errorClass
      self.sqlState = sqlState
      self.causes = causes
    }
  }

  extension SparkError: CustomStringConvertible {
    /// The message on one line.
    public var description: String { message }
  }
#endif
