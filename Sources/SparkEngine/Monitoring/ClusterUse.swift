import ListeningSessions

/// What the monitoring pages of Spark tell of one session: `jobs`, `stages` and `storage/rdd`.
struct ClusterUse: Sendable {
  struct Job: Decodable, Sendable {
    let stageIds: [Int]
    /// They name the session and the statement.
    let jobTags: [String]
  }

  struct Stage: Decodable, Sendable {
    let stageId: Int
    let numCompleteTasks: Int
    let diskBytesSpilled: Int
    /// What its tasks read or compute, kept tables among them.
    let rddIds: [Int]
  }

  /// A kept table.
  struct Kept: Decodable, Sendable {
    let id: Int
    let numPartitions: Int
    let numCachedPartitions: Int
    let memoryUsed: Int
    let diskUsed: Int
  }

  private let stages: [Stage]
  private let kept: [Kept]

  /// - Parameters:
  ///   - sessionID: leaves out the work of others.
  ///   - jobs: all jobs of the cluster.
  ///   - stages: all stages, each attempt by itself.
  ///   - kept: all kept tables.
  init(of sessionID: String, jobs: [Job], stages: [Stage], kept: [Kept]) {
    let own = Set(
      jobs.filter { $0.jobTags.contains { $0.contains(sessionID) } }.flatMap(\.stageIds))
    self.stages = stages.filter { own.contains($0.stageId) }
    self.kept = kept
  }

  /// Bytes that tasks wrote to disks because memory was full.
  var spilledBytes: Int { stages.reduce(0) { $0 + $1.diskBytesSpilled } }

  /// The tables that the session read, and how often.
  var storage: StorageSummary {
    StorageSummary(
      kept.compactMap { table in
        let reads = stages.filter { $0.rddIds.contains(table.id) }
          .reduce(0) { $0 + $1.numCompleteTasks }
        guard reads > 0 else { return nil }
        return StorageSummary.Table(
          partitions: table.numPartitions, keptPartitions: table.numCachedPartitions,
          memoryBytes: table.memoryUsed, diskBytes: table.diskUsed, reads: reads)
      })
  }
}
