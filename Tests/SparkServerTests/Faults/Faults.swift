#if Spark
  import Testing

  /// What goes wrong with a cluster, tried for real on loopback; one at a time, because most of it needs a
  /// server of its own.
  @Suite(.serialized) struct Faults {
    /// Tries that are over soon, where a test is not about them.
    static let patience = 3
  }
#endif
