import ArgumentParser
import ListeningSessions
import Reporting

/// How the answer is printed on standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, tsv

  /// The printed form of a report; the only place that tells the formats apart.
  func text(of report: AnalysisReport, document: RunDocument) throws -> [UInt8] {
    switch self {
    case .table: Array(ReportSummary.text(of: report).utf8)
    case .json: try document.json(of: report, withRankings: true)
    case .tsv: TSVTables.topSongs(report)
    }
  }
}
