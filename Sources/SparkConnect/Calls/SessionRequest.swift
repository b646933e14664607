#if Spark
  import SparkConnectProtos
  import SwiftProtobuf

  /// A request that names the session it belongs to.
  protocol SessionRequest: Message {
    var sessionID: String { get set }
    var userContext: Spark_Connect_UserContext { get set }
    var clientType: String { get set }
  }

  /// A request that takes up the stream of an operation; it also gives the server's name for the session.
  protocol StreamRequest: SessionRequest {
    var operationID: String { get set }
    var clientObservedServerSideSessionID: String { get set }
  }

  extension Spark_Connect_AnalyzePlanRequest: SessionRequest {}
  extension Spark_Connect_ExecutePlanRequest: StreamRequest {}
  extension Spark_Connect_FetchErrorDetailsRequest: SessionRequest {}
  extension Spark_Connect_InterruptRequest: SessionRequest {}
  extension Spark_Connect_ReattachExecuteRequest: StreamRequest {}
  extension Spark_Connect_ReleaseExecuteRequest: SessionRequest {}
  extension Spark_Connect_ReleaseSessionRequest: SessionRequest {}

  extension SessionContext {
    /// A request of this session; `fill` sets the rest.
    func request<Request: SessionRequest>(_ fill: (inout Request) -> Void) -> Request {
      .with { request in
        request.sessionID = sessionID
        request.userContext = user
        request.clientType = clientType
        fill(&request)
      }
    }

    /// A request for the stream of an operation; `fill` sets the rest.
    func request<Request: StreamRequest>(
      of operationID: String, _ fill: (inout Request) -> Void
    ) -> Request {
      request { request in
        if let known = serverSideID { request.clientObservedServerSideSessionID = known }
        request.operationID = operationID
        fill(&request)
      }
    }
  }
#endif
