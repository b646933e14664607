/// A look-up of a stage's result among those that earlier runs kept.
public struct CheckpointUse: Hashable, Sendable {
  /// Name of the stage, such as `listens`.
  public let stage: String
  public let isHit: Bool
  /// Rows that were not read and validated again.
  public let rowsServed: Int

  public init(stage: String, isHit: Bool, rowsServed: Int) {
    self.stage = stage
    self.isHit = isHit
    self.rowsServed = rowsServed
  }
}
