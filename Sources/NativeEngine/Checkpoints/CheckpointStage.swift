/// The stages of an analysis whose results are kept.
enum CheckpointStage: String, CaseIterable, Sendable {
  case listens, sessions
}
