#if Spark
  import ArrowStream
  import FoundationEssentials
  import GRPCCore
  import GRPCProtobuf
  import SparkConnectProtos
  import SwiftProtobuf

  /// One statement at work on the server, which outlives the streams that its answer arrives by.
  ///
  /// The server ends a stream on purpose now and then, and connections break; the client then attaches
  /// again behind the last message that it has. Whatever the end is, the server is told to forget the
  /// operation, which also stops the work on it.
  struct Operation: Sendable {
    let id: String
    let plan: Spark_Connect_Plan
    let service: Connection.Service
    let context: SessionContext
    let retry: SparkRetryPolicy
    let failures: Failures

    init(
      _ plan: Spark_Connect_Plan, service: Connection.Service, context: SessionContext,
      retry: SparkRetryPolicy, failures: Failures
    ) {
      id = UUID().uuidString.lowercased()
      self.plan = plan
      self.service = service
      self.context = context
      self.retry = retry
      self.failures = failures
    }

    /// Runs the statement.
    ///
    /// - Parameters:
    ///   - onProgress: is told how far the cluster is.
    ///   - onBatch: takes the rows, batch by batch.
    /// - Returns: what a command answered with.
    /// - Throws: `SparkError`; what `onBatch` throws; `CancellationError`.
    func run(
      onProgress: (@Sendable (SparkProgress) -> Void)?,
      onBatch: @escaping @Sendable (ArrowTable) async throws -> Void
    ) async throws -> Spark_Connect_Relation? {
      let received = ReceivedStream(context, onProgress: onProgress, onBatch: onBatch)
      do {
        try await receiveAll(received)
      } catch {
        await release()
        throw error
      }
      await release()
      return received.relation
    }

    private func receiveAll(_ received: ReceivedStream) async throws {
      var attempt = 1
      var isKnown = false
      while !received.isComplete {
        do {
          try await receive(received, again: isKnown)
          isKnown = true
          // A server that ends streams without a message in them must not be asked for ever.
          attempt = received.takeProgress() ? 1 : attempt + 1
          guard attempt <= retry.attempts else { throw Failures.silence }
        } catch let error as RPCError {
          try Task.checkCancellation()
          if received.takeProgress() { attempt = 1 }
          if isKnown, !received.hasBegun, Failures.isUnknownOperation(error) {
            isKnown = false  // the statement itself never arrived
          } else if Failures.canRetry(error) {
            isKnown = true
          } else {
            throw await failures.error(for: error, wasConnected: received.hasBegun)
          }
          guard let pause = retry.pause(after: attempt) else {
            throw await failures.error(for: error, wasConnected: received.hasBegun)
          }
          attempt += 1
          try await retry.sleep(max(pause, Failures.wantedDelay(error) ?? .zero))
        }
      }
    }

    private func receive(_ received: ReceivedStream, again: Bool) async throws {
      let take:
        @Sendable (StreamingClientResponse<Spark_Connect_ExecutePlanResponse>) async throws
          -> Void = { response in
            for try await message in response.messages { try await received.take(message) }
          }
      if again {
        try await service.reattachExecute(
          reattachment(behind: received.lastResponseID), options: Connection.streaming,
          onResponse: take)
      } else {
        try await service.executePlan(request, options: Connection.streaming, onResponse: take)
      }
    }

    /// Tells the server to forget the operation; a failure to do so is its own affair.
    private func release() async {
      let message: Spark_Connect_ReleaseExecuteRequest = context.request { request in
        request.operationID = id
        request.releaseAll = .init()
      }
      // In a task of its own, because a call from a cancelled task would not even leave.
      await Task.detached {
        _ = try? await service.releaseExecute(message, options: Connection.within(.seconds(5)))
      }.value
    }

    private var request: Spark_Connect_ExecutePlanRequest {
      context.request(of: id) { request in
        request.plan = plan
        request.requestOptions = [
          .with { $0.reattachOptions = .with { $0.reattachable = true } },
          .with {
            $0.resultChunkingOptions = .with {
              $0.allowArrowBatchChunking = true
              $0.preferredArrowChunkSize = Self.chunkSize
            }
          },
        ]
      }
    }

    /// Bytes of a part of a batch, so that one row of many megabytes passes too.
    private static let chunkSize: Int64 = 16 << 20

    private func reattachment(behind last: String?) -> Spark_Connect_ReattachExecuteRequest {
      context.request(of: id) { request in
        if let last { request.lastResponseID = last }
      }
    }
  }
#endif
