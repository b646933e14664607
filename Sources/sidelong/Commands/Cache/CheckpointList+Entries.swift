import ListeningSessions
import NativeEngine
import Reporting

extension CheckpointList.Row {
  /// The form for printing; a time beyond what an instant can hold becomes the nearest that it can.
  init(_ entry: CheckpointCache.Entry) {
    self.init(
      name: entry.name, stage: entry.stage, byteCount: entry.byteCount,
      lastUsed: Instant(checking: entry.lastUsed)
        ?? (entry.lastUsed < 0 ? Instant(secondsSinceEpoch: 0) : .latest),
      key: entry.keyText, problem: entry.problem)
  }
}
