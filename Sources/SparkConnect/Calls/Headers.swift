#if Spark
  import GRPCCore

  /// Adds the token and the headers of the connection string to every call.
  struct Headers: ClientInterceptor {
    private let remote: SparkRemote

    init(_ remote: SparkRemote) {
      self.remote = remote
    }

    func intercept<Input: Sendable, Output: Sendable>(
      request: StreamingClientRequest<Input>, context: ClientContext,
      next: (StreamingClientRequest<Input>, ClientContext) async throws ->
        StreamingClientResponse<Output>
    ) async throws -> StreamingClientResponse<Output> {
      var request = request
      if let token = remote.token {
        request.metadata.replaceOrAddString("Bearer \(token)", forKey: "authorization")
      }
      for (key, value) in remote.headers {
        request.metadata.replaceOrAddString(value, forKey: key)
      }
      return try await next(request, context)
    }
  }
#endif
