import Foundation
import ListeningSessions
import Reporting
import Testing

/// Quality documents read back.
enum QualityJSON {
  static func object(
    of report: AnalysisReport, _ document: QualityDocument
  ) throws -> [String: Any] {
    let bytes = try #require(try document.json(of: report))
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The entry of one rule.
  static func result(_ id: String, in document: [String: Any]) throws -> [String: Any] {
    let results = try #require(document["results"] as? [[String: Any]])
    return try #require(
      results.first { ($0["expectation_config"] as? [String: Any])?["type"] as? String == id })
  }
}
