/// Where a cluster keeps what several queries of a run read.
public enum ClusterStorage: String, CaseIterable, Sendable {
  /// In memory as far as it goes, and the rest on the workers' disks.
  case memory
  /// On the workers' disks.
  case disk
  /// Nowhere: each query works it out again from the inputs.
  case none

  /// Spark's name for it; nil: not kept.
  var level: String? {
    switch self {
    case .memory: "MEMORY_AND_DISK"
    case .disk: "DISK_ONLY"
    case .none: nil
    }
  }
}
