#if Spark
  import ArrowStream
  import SparkConnectProtos
  import Synchronization

  /// What has arrived of a statement's answer, over as many streams as it takes.
  ///
  /// One task at a time takes messages; the lock only says so to the compiler.
  final class ReceivedStream: Sendable {
    private struct State {
      var lastResponseID: String?
      var isComplete = false
      var hasBegun = false
      var hasProgress = false
      var chunks = BatchChunks()
      var relation: Spark_Connect_Relation?
    }

    private let state = Mutex(State())
    private let context: SessionContext
    private let onBatch: @Sendable (ArrowTable) async throws -> Void
    private let onProgress: (@Sendable (SparkProgress) -> Void)?

    init(
      _ context: SessionContext, onProgress: (@Sendable (SparkProgress) -> Void)?,
      onBatch: @escaping @Sendable (ArrowTable) async throws -> Void
    ) {
      self.context = context
      self.onProgress = onProgress
      self.onBatch = onBatch
    }

    var lastResponseID: String? { state.withLock { $0.lastResponseID } }
    /// Whether the server said that this was all.
    var isComplete: Bool { state.withLock { $0.isComplete } }
    /// Whether anything has arrived.
    var hasBegun: Bool { state.withLock { $0.hasBegun } }
    /// What a command answered with, to be run as a query.
    var relation: Spark_Connect_Relation? { state.withLock { $0.relation } }

    /// Whether anything has arrived since the last time this was asked.
    func takeProgress() -> Bool {
      state.withLock { state in
        defer { state.hasProgress = false }
        return state.hasProgress
      }
    }

    /// Takes a message, whatever is in it.
    func take(_ response: Spark_Connect_ExecutePlanResponse) async throws {
      context.observe(response.serverSideSessionID)
      let batch = try state.withLock { state in try Self.note(response, in: &state) }
      if let batch { try await onBatch(batch) }
      if case .executionProgress(let progress)? = response.responseType {
        onProgress?(SparkProgress(progress, operationID: response.operationID))
      }
      // Only now, so that a batch whose use failed is not taken for received.
      state.withLock { $0.lastResponseID = response.responseID }
    }

    private static func note(
      _ response: Spark_Connect_ExecutePlanResponse, in state: inout State
    ) throws -> ArrowTable? {
      state.hasBegun = true
      state.hasProgress = true
      switch response.responseType {
      case .arrowBatch(let part): return try state.chunks.take(part)
      case .sqlCommandResult(let result): state.relation = result.relation
      case .resultComplete: state.isComplete = true
      case .executionProgress, nil: break
      }
      return nil
    }
  }

  extension SparkProgress {
    init(_ message: Spark_Connect_ExecutePlanResponse.ExecutionProgress, operationID: String) {
      self.operationID = operationID
      runningTasks = Int(message.numInflightTasks)
      stages = message.stages.map { stage in
        Stage(
          id: Int(stage.stageID), tasks: Int(stage.numTasks),
          completedTasks: Int(stage.numCompletedTasks), bytesRead: Int(stage.inputBytesRead),
          isDone: stage.done)
      }
    }
  }
#endif
