#if Spark
  import GRPCCore
  import Testing

  @testable import SparkConnect

  struct FailuresTests {
    private struct Reason: Error, CustomStringConvertible { let description: String }

    @Test func onlyWhatMayPassIsTriedAgain() {
      let refused = Reason(description: "Connection refused")
      let untrusted = Reason(description: "CERTIFICATE_VERIFY_FAILED")
      #expect(Failures.canRetry(RPCError(code: .unavailable, message: "", cause: refused)))
      #expect(!Failures.canRetry(RPCError(code: .unavailable, message: "", cause: untrusted)))
      #expect(
        Failures.canRetry(
          RPCError(code: .internalError, message: "[INVALID_CURSOR.DISCONNECTED] x")))
      #expect(!Failures.canRetry(RPCError(code: .internalError, message: "[PARSE_SYNTAX_ERROR]")))
      #expect(!Failures.canRetry(RPCError(code: .unauthenticated, message: "no token")))
    }

    @Test(arguments: [
      (RPCError.Code.unauthenticated, SparkError.Kind.authentication),
      (.permissionDenied, .authentication), (.unavailable, .unreachable),
      (.deadlineExceeded, .unreachable), (.internalError, .statement),
    ])
    func codesBecomeKinds(code: RPCError.Code, kind: SparkError.Kind) async throws {
      let error = try await failures().error(
        for: RPCError(code: code, message: "first\nsecond"), wasConnected: false)
      #expect(error.kind == kind)
      if kind != .statement { #expect(error.message.contains("localhost:1 ")) }
    }

    @Test func aServerThatAnsweredBeforeIsLost() async throws {
      let error = RPCError(
        code: .unavailable, message: "no", cause: Reason(description: "Connection refused"))
      let lost = try await failures().error(for: error, wasConnected: true)
      #expect(lost.kind == .lost)
      #expect(
        lost.message == "the Spark server at localhost:1 went away (Connection refused)")
    }

    private func failures() throws -> Failures {
      let remote = try SparkRemote("sc://localhost:1")
      let connection = try Connection(remote)
      return Failures(
        remote: remote, service: connection.service,
        context: SessionContext(sessionID: "s", userID: "", clientType: "test"))
    }
  }
#endif
