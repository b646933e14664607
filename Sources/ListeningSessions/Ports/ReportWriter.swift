/// Where the results of one analysis go: all of them, or none.
public protocol ReportWriter {
  /// The place for the rejected rows, kept apart until `commit`.
  var rejects: any RejectSink { get }

  /// The place for all sessions, if they are asked for; kept apart likewise.
  var sessions: (any SessionSink)? { get }

  /// Writes the report and makes it and the rejects visible together.
  func commit(_ report: AnalysisReport) throws

  /// Removes everything written so far; earlier results stay as they were.
  func discard()
}
