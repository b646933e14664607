import ListeningSessions

/// Takes the wall time of the stages of a run.
struct StageClock {
  private(set) var stages: [Execution.Stage] = []

  mutating func time<Result>(_ name: String, _ stage: () throws -> Result) rethrows -> Result {
    let start = SystemCalls.monotonicSeconds
    let result = try stage()
    stages.append(
      Execution.Stage(name: name, seconds: SystemCalls.monotonicSeconds - start))
    return result
  }
}
