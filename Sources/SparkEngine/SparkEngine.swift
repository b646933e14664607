#if Spark
  public import ListeningSessions
  public import SparkConnect
  import Synchronization

  /// The engine that has an Apache Spark cluster do the work.
  public final class SparkEngine: AnalyticsEngine {
    /// How the cluster is to be used.
    public struct Options: Sendable {
      /// How many partitions the listens are spread over; default: by cores and users.
      public var partitions: Int?
      /// A URL that the cluster writes all sessions and rejects to; nil if they come to the client.
      public var output: String?

      public init() {}
    }

    private let remote: SparkRemote
    private let options: Options
    private let session = Mutex<SparkSession?>(nil)

    public init(_ remote: SparkRemote, options: Options = Options()) {
      self.remote = remote
      self.options = options
    }

    public func analyze(
      _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
      sessions: (any SessionSink)?, progress: any ProgressSink
    ) async throws -> AnalysisReport {
      throw AnalysisError(.engineFailed, "there is no engine yet", advice: "wait")
    }

    /// Stops the analysis at work, which then throws `AnalysisError` of code `interrupted`, after it
    /// has left nothing on the cluster.
    public func interrupt() async {
      let current = session.withLock { $0 }
      await current?.interrupt()
    }
  }
#endif
