import ArgumentParser
import ListeningSessions
import Reporting

/// How the counts of a run are printed on standard output.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json

  /// The printed form of a report; the only place that tells the formats apart.
  func text(of report: AnalysisReport, document: RunDocument) throws -> [UInt8] {
    switch self {
    case .table: Array(ReportSummary.counts(of: report).utf8)
    case .json: try document.json(of: report)
    }
  }
}
