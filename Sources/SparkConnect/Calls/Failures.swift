#if Spark
  import GRPCCore
  import GRPCProtobuf
  import SparkConnectProtos
  import SwiftProtobuf

  /// Turns failed calls into errors that say what to do.
  struct Failures: Sendable {
    let remote: SparkRemote
    let service: Connection.Service
    let context: SessionContext

    /// What is thrown when a server ends streams again and again without a word.
    static let silence = SparkError(
      .answer, "the server ends the stream of an answer again and again without a message")

    /// Whether the same call may succeed a moment later.
    static func canRetry(_ error: RPCError) -> Bool {
      if error.code == .unavailable { return !isAboutTLS(error) }
      if error.code == .internalError, error.message.contains("INVALID_CURSOR.DISCONNECTED") {
        return true
      }
      return wantedDelay(error) != nil
    }

    /// How long the server wants to be left alone.
    static func wantedDelay(_ error: RPCError) -> Duration? {
      let status = try? error.unpackGoogleRPCStatus()
      return status?.details.lazy.compactMap(\.retryInfo).first.map { min($0.delay, .seconds(60)) }
    }

    /// Whether the server has never heard of the operation.
    static func isUnknownOperation(_ error: RPCError) -> Bool {
      error.message.contains("INVALID_HANDLE.OPERATION_NOT_FOUND")
        || error.message.contains("INVALID_HANDLE.SESSION_NOT_FOUND")
    }

    /// The error for a call that will not be tried again.
    ///
    /// - Parameters:
    ///   - error: what the call ended with.
    ///   - wasConnected: whether the server had answered before.
    /// - Returns: what to tell.
    func error(for error: RPCError, wasConnected: Bool) async -> SparkError {
      switch error.code {
      case .unauthenticated, .permissionDenied:
        return SparkError(
          .authentication,
          "\(remote.address) does not let this user in (\(oneLine(error.message)))")
      case .unavailable, .deadlineExceeded:
        return unavailable(error, wasConnected: wasConnected || context.serverSideID != nil)
      default: return await statementError(error)
      }
    }

    private func unavailable(_ error: RPCError, wasConnected: Bool) -> SparkError {
      let reason = Self.reason(error)
      if Self.isAboutTLS(error) {
        return SparkError(
          .tls, "no encrypted connection to \(remote.address) comes about (\(reason))")
      }
      return wasConnected
        ? SparkError(.lost, "the Spark server at \(remote.address) went away (\(reason))")
        : SparkError(.unreachable, "no Spark server answers at \(remote.address) (\(reason))")
    }

    private func statementError(_ error: RPCError) async -> SparkError {
      let status = try? error.unpackGoogleRPCStatus()
      let info = status?.details.lazy.compactMap(\.errorInfo).first
      var details = StatementFailure(
        message: error.message, errorClass: info?.metadata["errorClass"],
        sqlState: info?.metadata["sqlState"])
      if let id = info?.metadata["errorId"], let answer = await fetch(id) { details.add(answer) }
      return details.error
    }

    /// The whole error; the status holds the beginning of its message only.
    private func fetch(_ errorID: String) async -> Spark_Connect_FetchErrorDetailsResponse? {
      let message: Spark_Connect_FetchErrorDetailsRequest = context.request { request in
        request.errorID = errorID
      }
      return try? await service.fetchErrorDetails(
        message, options: Connection.within(.seconds(10)))
    }

    private static func isAboutTLS(_ error: RPCError) -> Bool {
      let text = causes(error).joined(separator: " ")
      return ["SSL", "CERTIFICATE", "certificate", "handshake"].contains { text.contains($0) }
    }

    /// What lies at the bottom of the error, which is what a person can do something about.
    private static func reason(_ error: RPCError) -> String {
      oneLine(causes(error).last ?? error.message)
    }

    private static func causes(_ error: RPCError) -> [String] {
      var texts = [error.message]
      var next = error.cause
      while let cause = next {
        if let rpc = cause as? RPCError {
          texts.append(rpc.message)
          next = rpc.cause
        } else if let runtime = cause as? RuntimeError {
          texts.append(runtime.message)
          next = runtime.cause
        } else {
          texts.append("\(cause)")
          next = nil
        }
      }
      return texts
    }
  }

  /// The first line of a text that may have many.
  func oneLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }
#endif
