import ListeningSessions

/// What is told of how a run went: the time of its stages, what was kept and used, what was spilled.
struct RunTrace {
  private var clock = StageClock()
  private var checkpoints: [CheckpointUse] = []
  private var partitions: PartitionSummary?

  /// Does the work of a stage; the times of the same stage add up.
  mutating func time<Result>(_ stage: String, _ work: () throws -> Result) rethrows -> Result {
    try clock.time(stage, work)
  }

  /// Notes a look-up of a stage's result.
  mutating func look(up stage: CheckpointStage, isHit: Bool, rows: Int) {
    checkpoints.append(CheckpointUse(stage: stage.rawValue, isHit: isHit, rowsServed: rows))
  }

  /// Notes how the users were partitioned, if they were.
  mutating func note(_ spill: ListenSpill) {
    guard spill.byteCount > 0 else { return }
    partitions = PartitionSummary(rowCounts: spill.rowCounts, spilledBytes: spill.byteCount)
  }

  func execution(threads: Int, rows: Int) -> Execution {
    Execution(
      engine: "native", threads: threads, stages: clock.stages,
      peakMemoryBytes: SystemCalls.peakMemoryBytes, checkpoints: checkpoints,
      partitions: partitions)
  }
}
