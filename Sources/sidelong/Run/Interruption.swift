import ListeningSessions

/// A run that ended because a signal asked for it, after its work elsewhere was stopped.
struct Interruption: Error {
  let cause: AnalysisError
  let signal: Int32
}
