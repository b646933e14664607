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
  private let commitError: AnalysisError?

  init(failingWith error: AnalysisError? = nil) {
    commitError = error
  }

  var rejects: any RejectSink { collected }
  var sessions: (any SessionSink)? { nil }

  func commit(_ report: AnalysisReport) throws {
    events.append(.commit(rows: report.counts.rows))
    if let commitError { throw commitError }
  }

  func discard() {
    events.append(.discard)
  }
}
