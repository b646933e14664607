#if Spark
  import FoundationEssentials
  public import ListeningSessions
  public import SparkConnect
  import Synchronization

  /// The engine that has an Apache Spark cluster do the work.
  ///
  /// The cluster reads the inputs, judges every line by the contract in SQL, keeps the lines while the
  /// run lasts, cuts sessions and ranks them; back come counts, the ranked sessions' listens, the
  /// rejects, and for quality at most 16,384 registers and a few hundred rows.
  public final class SparkEngine: AnalyticsEngine {
    /// How the cluster is to be used; nothing here changes an answer.
    public struct Options: Sendable {
      /// How many partitions the listens are spread over; default: by cores and users.
      public var partitions: Int?
      /// Where lines are kept while several queries read them, and whether anything is kept at all;
      /// default: by the inputs' size and the cluster's memory.
      public var storage: ClusterStorage?
      /// Where the cluster writes the large tables; default: they come here.
      public var output: ClusterOutput?

      public init() {}
    }

    private let remote: SparkRemote
    private let options: Options
    private let session = Mutex<SparkSession?>(nil)
    private let isInterrupted = Mutex(false)

    public init(_ remote: SparkRemote, options: Options = Options()) {
      self.remote = remote
      self.options = options
    }

    public func analyze(
      _ inputs: [String], settings: AnalysisSettings, rejects: any RejectSink,
      sessions: (any SessionSink)?, progress: any ProgressSink
    ) async throws -> AnalysisReport {
      do {
        let stages = StageProgress(progress)
        let session = try await SparkSession.connect(to: remote) { stages.advance(to: $0.fraction) }
        self.session.withLock { $0 = session }
        if isInterrupted.withLock({ $0 }) { await session.interrupt() }
        let run = SparkRun(
          session: session, stages: stages, settings: settings, options: options)
        do {
          let report = try await run.report(
            inputs, in: FileManager.default.currentDirectoryPath, rejects, sessions)
          await close(session)
          return report
        } catch {
          await close(session)
          throw error
        }
      } catch let error as SparkError {
        throw AnalysisError(error)
      }
    }

    /// Stops the analysis at work, which then throws `AnalysisError` of code `interrupted`, after it
    /// has left nothing on the cluster.
    public func interrupt() async {
      isInterrupted.withLock { $0 = true }
      let current = session.withLock { $0 }
      await current?.interrupt()
    }

    /// What is kept on the cluster outlives the session, so it is let go of first.
    private func close(_ session: SparkSession) async {
      await session.close(
        after: Relation.allCases.map { "UNCACHE TABLE IF EXISTS \($0.rawValue)" })
      self.session.withLock { $0 = nil }
    }
  }
#endif
