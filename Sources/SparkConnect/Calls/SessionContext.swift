#if Spark
  import SparkConnectProtos
  import SwiftProtobuf
  import Synchronization

  /// What every call says about the session, and the server's own name for it.
  ///
  /// The server makes up a name for its side of the session. Once it is known it is sent along, so that
  /// a server that was started anew refuses instead of beginning an empty session in silence.
  final class SessionContext: Sendable {
    let sessionID: String
    let userID: String
    let clientType: String
    private let serverSide = Mutex<String?>(nil)

    init(sessionID: String, userID: String, clientType: String) {
      self.sessionID = sessionID
      self.userID = userID
      self.clientType = clientType
    }

    var user: Spark_Connect_UserContext {
      .with {
        $0.userID = userID
        $0.userName = userID
      }
    }

    var serverSideID: String? { serverSide.withLock { $0 } }

    /// Remembers the name that the server gave in an answer.
    func observe(_ id: String) {
      if !id.isEmpty { serverSide.withLock { $0 = id } }
    }
  }
#endif
