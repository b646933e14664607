import ListeningSessions

/// Takes the wall time of the stages of a run; times of the same stage add up.
struct StageClock {
  private(set) var stages: [Execution.Stage] = []

  mutating func time<Result>(_ name: String, _ stage: () throws -> Result) rethrows -> Result {
    let start = SystemCalls.monotonicSeconds
    let result = try stage()
    let seconds = SystemCalls.monotonicSeconds - start
    if let known = stages.firstIndex(where: { $0.name == name }) {
      stages[known] = Execution.Stage(name: name, seconds: stages[known].seconds + seconds)
    } else {
      stages.append(Execution.Stage(name: name, seconds: seconds))
    }
    return result
  }
}
