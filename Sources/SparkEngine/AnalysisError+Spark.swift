#if Spark
  public import ListeningSessions
  public import SparkConnect

  extension AnalysisError {
    /// What the program says of a failure on the cluster or on the way to it.
    ///
    /// - Parameter error: the failure.
    public init(_ error: SparkError) {
      if error.kind == .interrupted {
        self.init(.interrupted, "interrupted", advice: Self.advice(error))
        return
      }
      let named = error.errorClass.map { " [\($0)]" } ?? ""
      let message = error.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      let text = message.contains(named.dropFirst()) ? message : message + named
      self.init(Self.code(error), text, advice: Self.advice(error))
    }

    private static func code(_ error: SparkError) -> Code {
      switch error.kind {
      case .configuration: .configuration
      case .unreachable, .tls, .lost: .unavailable
      case .authentication: .notPermitted
      case .interrupted: .interrupted
      case .memory, .answer: .engineFailed
      case .statement:
        if isMissingInput(error) {
          .noInput
        } else if isRefusedWrite(error) {
          .cannotCreateOutput
        } else {
          .engineFailed
        }
      }
    }

    private static func advice(_ error: SparkError) -> String {
      switch error.kind {
      case .configuration: "see docs/spark.md for addresses, tokens and certificates"
      case .unreachable:
        "start the server with Scripts/spark-server start, or give another --spark-remote"
      case .tls:
        "write use_ssl=true into the address if the server encrypts and leave it out if not, and "
          + "give --spark-ca if its certificate is your own"
      case .authentication: "give the server's token, with --spark-token-file for one"
      case .lost: "see the server's log, start it again if need be, and run again"
      case .interrupted: "earlier results are untouched; run again for new ones"
      case .memory:
        "give the executors more memory (spark.executor.memory) or the work more partitions"
      case .answer: "use a server of Spark 4.1"
      case .statement:
        if isMissingInput(error) {
          "the path must be one that every worker of the cluster can read"
        } else if isRefusedWrite(error) {
          "the path must be one that every worker of the cluster can write"
        } else {
          "see the log of the Spark server for the whole error"
        }
      }
    }

    private static func isMissingInput(_ error: SparkError) -> Bool {
      error.errorClass?.hasPrefix("PATH_NOT_FOUND") == true
        || error.errorClass?.hasPrefix("FAILED_READ_FILE.FILE_NOT_EXIST") == true
    }

    private static func isRefusedWrite(_ error: SparkError) -> Bool {
      let texts = [error.message] + error.causes
      return ["Permission denied", "AccessControlException", "Mkdirs failed", "AccessDenied"]
        .contains { sign in texts.contains { $0.contains(sign) } }
    }
  }
#endif
