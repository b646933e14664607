#if Spark
  import SparkConnectProtos

  /// What is known about a statement that failed, from a call's status and from the server's details.
  struct StatementFailure {
    private var message: String
    private var errorClass: String?
    private var sqlState: String?
    private var causes: [String] = []

    init(message: String, errorClass: String?, sqlState: String?) {
      self.message = message
      self.errorClass = errorClass
      self.sqlState = sqlState
    }

    /// Adds the details, whose errors are a chain: each may name the one that caused it.
    mutating func add(_ answer: Spark_Connect_FetchErrorDetailsResponse) {
      guard answer.hasRootErrorIdx else { return }
      var chain: [Spark_Connect_FetchErrorDetailsResponse.Error] = []
      var next: Int? = Int(answer.rootErrorIdx)
      while let index = next, answer.errors.indices.contains(index),
        chain.count < answer.errors.count
      {
        chain.append(answer.errors[index])
        next = chain.last.flatMap { $0.hasCauseIdx ? Int($0.causeIdx) : nil }
      }
      guard let root = chain.first else { return }
      message = root.message
      causes = chain.dropFirst().map { error in
        let type = error.errorTypeHierarchy.first ?? "error"
        return error.message.isEmpty ? type : "\(type): \(error.message)"
      }
      // Spark wraps what a task failed with; the class of the inner error says more.
      let throwables = chain.filter(\.hasSparkThrowable).map(\.sparkThrowable)
      if let named = throwables.last(where: { $0.hasErrorClass && !$0.errorClass.isEmpty }) {
        errorClass = named.errorClass
        if named.hasSqlState { sqlState = named.sqlState }
      }
    }

    /// The error to throw.
    var error: SparkError {
      SparkError(
        kind, message, errorClass: errorClass, sqlState: sqlState, causes: causes)
    }

    private var kind: SparkError.Kind {
      let text = ([message, errorClass ?? ""] + causes).joined(separator: "\n")
      if errorClass == "OPERATION_CANCELED" || text.contains("[OPERATION_CANCELED]") {
        return .interrupted
      }
      if ["INVALID_HANDLE.SESSION", "INVALID_HANDLE.OPERATION", "SESSION_CHANGED"]
        .contains(where: text.contains)
      {
        return .lost
      }
      return Self.memorySigns.contains(where: text.contains) ? .memory : .statement
    }

    /// Words by which Spark and the JVM say that memory ran out; 52 is the exit code of an executor
    /// that did.
    private static let memorySigns = [
      "OutOfMemoryError", "UNABLE_TO_ACQUIRE_MEMORY", "exit code 52", "code 52 ",
      "exceeding memory limits", "Java heap space", "SparkOutOfMemory",
    ]
  }
#endif
