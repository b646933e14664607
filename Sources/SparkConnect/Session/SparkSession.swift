#if Spark
  public import ArrowStream
  import FoundationEssentials
  import SparkConnectProtos
  import SwiftProtobuf
  import Synchronization

  /// A session on a Spark cluster, over Spark Connect.
  ///
  ///     let session = try await SparkSession.connect(to: SparkRemote("sc://localhost"))
  ///     let table = try await session.query("SELECT count(*) AS n FROM range(:end)", ["end": 10])
  ///     let count = try table.column("n").int64(0)  // 10
  ///     await session.close()
  ///
  /// Statements may run side by side. A session must be closed, or the server keeps it for an hour.
  /// Tables that were cached outlive it and must be uncached before.
  public final class SparkSession: Sendable {
    private let connection: Connection
    private let context: SessionContext
    private let retry: SparkRetryPolicy
    private let failures: Failures
    private let progress: (@Sendable (SparkProgress) -> Void)?
    private let operations = Mutex<[String]>([])
    private let isInterrupted = Mutex(false)

    /// The version of the server, such as `4.1.4`.
    public let version: String

    private init(
      _ connection: Connection, _ context: SessionContext, _ failures: Failures,
      retry: SparkRetryPolicy, progress: (@Sendable (SparkProgress) -> Void)?, version: String
    ) {
      self.connection = connection
      self.context = context
      self.failures = failures
      self.retry = retry
      self.progress = progress
      self.version = version
    }

    /// Connects, and makes sure that a server answers which lets this user in.
    ///
    /// - Parameters:
    ///   - remote: where the server is.
    ///   - retry: how often calls are tried that fail on the way.
    ///   - progress: is told about every statement at work, every other second.
    /// - Returns: the session.
    /// - Throws: `SparkError` of kind `configuration`, `unreachable`, `authentication` or `tls`.
    public static func connect(
      to remote: SparkRemote, retry: SparkRetryPolicy = SparkRetryPolicy(),
      progress: (@Sendable (SparkProgress) -> Void)? = nil
    ) async throws -> SparkSession {
      let connection = try Connection(remote)
      let context = SessionContext(
        sessionID: remote.sessionID ?? UUID().uuidString.lowercased(), userID: remote.userID,
        clientType: remote.userAgent ?? "swift")
      let failures = Failures(remote: remote, service: connection.service, context: context)
      do {
        let version = try await Greeting(
          service: connection.service, context: context, retry: retry, failures: failures
        ).version()
        return SparkSession(
          connection, context, failures, retry: retry, progress: progress, version: version)
      } catch {
        await connection.close()
        throw error
      }
    }

    /// The id of the session, as the monitoring pages of the cluster show it.
    public var sessionID: String { context.sessionID }

    /// The user of the session, as they show it; empty if the address names none.
    public var userID: String { context.userID }

    /// The ids of the statements so far, in order; they are in the tags of the cluster's jobs.
    public var operationIDs: [String] { operations.withLock { $0 } }

    /// Runs a query and gathers its rows.
    ///
    /// - Parameters:
    ///   - sql: a query, such as `SELECT … WHERE name = :name`.
    ///   - arguments: values of the named parameters.
    /// - Returns: all rows.
    /// - Throws: `SparkError`.
    public func query(
      _ sql: String, arguments: [String: SparkValue] = [:]
    ) async throws -> ArrowTable {
      let rows = Mutex(ArrowTable())
      _ = try await execute(Statement(sql, arguments).query) { batch in
        try rows.withLock { try $0.append(batch) }
      }
      return rows.withLock { $0 }
    }

    /// Runs a query and hands on its rows batch by batch, never holding more than two.
    ///
    /// - Parameters:
    ///   - sql: a query.
    ///   - arguments: values of the named parameters.
    ///   - body: uses a batch; one is used at a time, in order. An empty result comes as one batch
    ///     without rows or as none.
    /// - Throws: `SparkError`; what `body` throws, after the work on the cluster was stopped.
    public func stream(
      _ sql: String, arguments: [String: SparkValue] = [:], _ body: (ArrowTable) throws -> Void
    ) async throws {
      let plan = Statement(sql, arguments).query
      let feed = BatchFeed()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          defer { feed.finish() }
          _ = try await self.execute(plan) { try await feed.send($0) }
        }
        // If it throws, the group cancels the task above and waits until it has let go.
        try await feed.forEach(body)
        try await group.waitForAll()
      }
    }

    /// Runs a statement that is no query, such as `SET`, `CREATE TEMPORARY VIEW`, `CACHE TABLE` or
    /// `INSERT OVERWRITE DIRECTORY`.
    ///
    /// - Parameters:
    ///   - command: the statement.
    ///   - arguments: values of the named parameters.
    /// - Throws: `SparkError`.
    public func run(_ command: String, arguments: [String: SparkValue] = [:]) async throws {
      _ = try await execute(Statement(command, arguments).command) { _ in }
    }

    /// The value of a setting of the session or the cluster.
    ///
    /// - Parameter key: its name, such as `spark.app.id`.
    /// - Returns: the value, or nil if it is not set.
    /// - Throws: `SparkError`.
    public func setting(_ key: String) async throws -> String? {
      let row = try await answer(to: "SET \(key)")
      guard row.rowCount > 0 else { return nil }
      let value = try row.column("value").string(0)
      return value == "<undefined>" ? nil : value
    }

    /// Runs a command and reads its answer.
    ///
    /// - Parameters:
    ///   - command: the statement, such as `SHOW TABLES`.
    ///   - arguments: values of the named parameters.
    /// - Returns: the rows.
    /// - Throws: `SparkError`.
    public func answer(
      to command: String, arguments: [String: SparkValue] = [:]
    ) async throws -> ArrowTable {
      let relation = try await execute(Statement(command, arguments).command) { _ in }
      guard let relation else { return ArrowTable() }
      if case .localRelation(let local)? = relation.relType {
        return local.hasData ? try ArrowTable(stream: Array(local.data)) : ArrowTable()
      }
      let rows = Mutex(ArrowTable())
      _ = try await execute(.with { $0.root = relation }) { batch in
        try rows.withLock { try $0.append(batch) }
      }
      return rows.withLock { $0 }
    }

    /// Stops all statements of the session, and refuses all later ones but those of `close`; they
    /// throw an error of kind `interrupted`.
    ///
    /// Does not throw, because there is nothing to be done when the server is gone.
    public func interrupt() async {
      isInterrupted.withLock { $0 = true }
      let message: Spark_Connect_InterruptRequest = context.request { $0.interruptType = .all }
      let service = connection.service
      await Task.detached {
        _ = try? await service.interrupt(message, options: Connection.within(.seconds(5)))
      }.value
    }

    /// Ends the session with its views and settings, stops what it has at work, and disconnects.
    ///
    /// Does not throw, does not wait longer than some seconds, and works in a cancelled task and after
    /// an interruption too.
    ///
    /// - Parameter cleanup: statements to run before, such as `UNCACHE TABLE`; their failures are
    ///   ignored, and those that take longer than 20 seconds in all are given up.
    public func close(after cleanup: [String] = []) async {
      await withinTime { session in
        for command in cleanup {
          _ = try? await session.perform(Statement(command, [:]).command) { _ in }
        }
      }
      let message: Spark_Connect_ReleaseSessionRequest = context.request { _ in }
      let service = connection.service
      await Task.detached {
        _ = try? await service.releaseSession(message, options: Connection.within(.seconds(5)))
      }.value
      await connection.close()
    }

    /// Runs `body` in a task of its own, which is cancelled after 20 seconds.
    private func withinTime(_ body: @escaping @Sendable (SparkSession) async -> Void) async {
      let work = Task.detached { await body(self) }
      let limit = Task.detached {
        try await Task.sleep(for: .seconds(20))
        work.cancel()
      }
      await work.value
      limit.cancel()
    }

    private func execute(
      _ plan: Spark_Connect_Plan,
      onBatch: @escaping @Sendable (ArrowTable) async throws -> Void
    ) async throws -> Spark_Connect_Relation? {
      guard !isInterrupted.withLock({ $0 }) else {
        throw SparkError(.interrupted, "the work was interrupted")
      }
      return try await perform(plan, onBatch: onBatch)
    }

    private func perform(
      _ plan: Spark_Connect_Plan,
      onBatch: @escaping @Sendable (ArrowTable) async throws -> Void
    ) async throws -> Spark_Connect_Relation? {
      let operation = Operation(
        plan, service: connection.service, context: context, retry: retry, failures: failures)
      operations.withLock { $0.append(operation.id) }
      return try await operation.run(onProgress: progress, onBatch: onBatch)
    }
  }
#endif
