import ListeningSessions
import ListeningSessionsTestSupport

/// Remembers what it was told to do.
final class RecordingWriter: ReportWriter {
  enum Event: Equatable {
    case commit(rows: Int)
    case discard
  }

  let collected = CollectedRejects()
  private(set) var events: [Event] = []
  /// For each report, the listeners of its songs, nil without profiles.
  private(set) var committedAudiences: [Int?] = []
  private let commitError: AnalysisError?

  init(failingWith error: AnalysisError? = nil) {
    commitError = error
  }

  var rejects: any RejectSink { collected }
  var sessions: (any SessionSink)? { nil }

  func commit(_ report: AnalysisReport) throws {
    committedAudiences.append(report.audience?.listenerCount)
    events.append(.commit(rows: report.counts.rows))
    if let commitError { throw commitError }
  }

  func discard() {
    events.append(.discard)
  }
}
