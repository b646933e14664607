/// A checkpoint could not be written: a reason to go on without, not to end an analysis.
struct CheckpointNotKept: Error {
  let reason: String
}
