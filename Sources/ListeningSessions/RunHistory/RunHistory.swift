/// The port behind which the metrics of earlier runs are kept.
public protocol RunHistory {
  /// The runs that started last, the newest first.
  ///
  /// - Parameter limit: how many at most.
  /// - Returns: those that there are.
  /// - Throws: an error that the caller shows as a warning.
  func recent(limit: Int) throws -> [RunMetrics]

  /// Records a run, once; other programs may record theirs at the same time.
  func append(_ run: RunMetrics) throws
}
