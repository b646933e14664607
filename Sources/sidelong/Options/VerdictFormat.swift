import ArgumentParser
import ListeningSessions
import Reporting

/// How a verdict is printed on standard output.
enum VerdictFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, junit

  func text(
    of report: AnalysisReport, document: RunDocument, quality: QualityOptions
  ) throws -> [UInt8] {
    switch self {
    case .table: Array(QualitySummary.text(of: report).utf8)
    case .json:
      try QualityDocument(run: document.run, showUsers: quality.showUsers).json(of: report) ?? []
    case .junit: report.quality.map { QualityJUnit.xml(of: $0, run: document.run) } ?? []
    }
  }
}
