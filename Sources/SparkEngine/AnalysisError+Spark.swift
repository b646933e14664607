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
      self.init(Self.code(error), Self.text(error), advice: Self.advice(error))
    }

    /// What the program says when the cluster was to write files.
    ///
    /// - Parameters:
    ///   - error: the failure.
    ///   - location: where it was to write.
    init(_ error: SparkError, writing location: String) {
      guard error.kind == .statement else {
        self.init(error)
        return
      }
      self.init(
        .cannotCreateOutput, "the cluster cannot write \(location): \(Self.text(error))",
        advice: "the URL must be one that every worker of the cluster can write")
    }

    /// What the program says when the cluster was to tell which files there are.
    ///
    /// - Parameters:
    ///   - error: the failure.
    ///   - inputs: what was asked for; named where Spark does not.
    init(_ error: SparkError, listing inputs: [String]) {
      let text = Self.text(error)
      guard error.kind == .statement, !inputs.contains(where: text.contains) else {
        self.init(error)
        return
      }
      self.init(
        .noInput, "the cluster cannot find \(inputs.joined(separator: ", ")): \(text)",
        advice: "the path must be one that every worker of the cluster can read")
    }

    /// The first line of the message, with Spark's error class in it; of a plan that failed also why.
    private static func text(_ error: SparkError) -> String {
      let named = error.errorClass.map { " [\($0)]" } ?? ""
      var message = firstLine(error.message)
      if error.errorClass == "FAILED_TO_CREATE_PLAN_FOR_DIRECT_QUERY", let cause = error.causes.last
      {
        message += " (\(firstLine(cause)))"
      }
      let text = message.contains(named.dropFirst()) ? message : message + named
      return text.hasSuffix(";") ? String(text.dropLast()) : text
    }

    private static func firstLine(_ text: String) -> String {
      text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }

    private static func code(_ error: SparkError) -> Code {
      switch error.kind {
      case .configuration: .configuration
      case .unreachable, .tls, .lost: .unavailable
      case .authentication: .notPermitted
      case .interrupted: .interrupted
      case .memory, .answer: .engineFailed
      case .statement:
        isUnreadableInput(error) || lacksColumn(error) ? .noInput : .engineFailed
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
        if isUnreadableInput(error) {
          "the path must be one that every worker of the cluster can read"
        } else if lacksColumn(error) {
          "a Parquet input has the columns \(LinesSource.columns.joined(separator: ", "))"
        } else {
          "see the log of the Spark server for the whole error"
        }
      }
    }

    private static func isUnreadableInput(_ error: SparkError) -> Bool {
      if error.errorClass?.hasPrefix("PATH_NOT_FOUND") == true
        || error.errorClass?.hasPrefix("FAILED_READ_FILE.FILE_NOT_EXIST") == true
      {
        return true
      }
      let texts = [error.message] + error.causes
      return [
        "Permission denied", "AccessControlException", "AccessDenied", "No FileSystem for scheme",
        "FileSystem not found",
      ].contains { sign in texts.contains { $0.contains(sign) } }
    }

    /// All other names of columns in the statements are those of the program.
    private static func lacksColumn(_ error: SparkError) -> Bool {
      error.errorClass?.hasPrefix("UNRESOLVED_COLUMN") == true
    }
  }
#endif
