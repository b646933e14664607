#if Spark
  import GRPCCore
  import SparkConnectProtos
  import SwiftProtobuf

  /// The first call of a session, which tells whether there is a server and what it is.
  struct Greeting {
    let service: Connection.Service
    let context: SessionContext
    let retry: SparkRetryPolicy
    let failures: Failures

    /// Asks for the version, as often as the policy allows.
    func version() async throws -> String {
      let request: Spark_Connect_AnalyzePlanRequest = context.request {
        $0.sparkVersion = .init()
      }
      var attempt = 1
      while true {
        do {
          let answer = try await service.analyzePlan(
            request, options: Connection.within(.seconds(20)))
          context.observe(answer.serverSideSessionID)
          return answer.sparkVersion.version
        } catch let error as RPCError {
          try Task.checkCancellation()
          guard Failures.canRetry(error), let pause = retry.pause(after: attempt) else {
            throw await failures.error(for: error, wasConnected: false)
          }
          attempt += 1
          try await retry.sleep(max(pause, Failures.wantedDelay(error) ?? .zero))
        }
      }
    }
  }
#endif
