#if Spark
  /// How far the cluster is with a statement, as it tells every two seconds.
  public struct SparkProgress: Hashable, Sendable {
    /// One step of the work, made of tasks that run in parallel.
    public struct Stage: Hashable, Sendable {
      public let id: Int
      public let tasks: Int
      public let completedTasks: Int
      public let bytesRead: Int
      public let isDone: Bool
    }

    public let operationID: String
    public let stages: [Stage]
    /// Tasks at work at this moment; none for long means that no worker is free.
    public let runningTasks: Int

    /// The share, 0 to 1, of the tasks known so far that is done.
    ///
    /// Stages that turn out not to be needed stay at none done, so only those count that have begun.
    public var fraction: Double {
      let begun = stages.filter { $0.completedTasks > 0 || $0.isDone }
      let total = begun.reduce(0) { $0 + $1.tasks }
      let done = begun.reduce(0) { $0 + ($1.isDone ? $1.tasks : $1.completedTasks) }
      return total == 0 ? 0 : min(1, Double(done) / Double(total))
    }
  }
#endif
