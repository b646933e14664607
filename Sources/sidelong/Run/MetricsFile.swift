import FoundationEssentials
import ListeningSessions
import Reporting
import WholeFiles

/// `metrics.prom` of a run, which is written also when the run fails.
struct MetricsFile: Sendable {
  private let path: String
  private let document: RunDocument
  /// The file of the run before, which knows the last success.
  private let previous: [UInt8]?

  init(_ path: String, _ document: RunDocument) {
    self.path = path
    self.document = document
    previous = (try? Data(contentsOf: URL(filePath: path))).map { [UInt8]($0) }
  }

  /// The content for a run that came to an answer.
  func content(_ report: AnalysisReport?, exitCode: Int32) -> [UInt8] {
    Array(
      PrometheusMetrics.text(
        report: report, run: document.run, exitCode: Int(exitCode),
        durationSeconds: document.secondsSoFar, now: document.now, previous: previous
      ).utf8)
  }

  /// Writes the file of a run that failed, where there is a directory of earlier results.
  func writeFailure(exitCode: Int32, among unfinished: UnfinishedFiles) {
    guard previous != nil, let file = try? WholeFile(path, among: unfinished) else { return }
    try? file.append(content(nil, exitCode: exitCode))
    try? unfinished.publish([file])
  }
}
