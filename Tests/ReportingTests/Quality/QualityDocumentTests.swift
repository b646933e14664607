import Foundation
import ListeningSessions
import Reporting
import Testing

struct QualityDocumentTests {
  @Test func aReportWithoutVerdictHasNoDocument() throws {
    #expect(try QualityDocument(run: SampleQuality.run).json(of: SampleReport.make()) == nil)
  }

  @Test func theVerdictStandsAtTheTop() throws {
    let document = try object(of: SampleQuality.mixed())
    #expect(document["status"] as? String == "error")
    #expect(document["success"] as? Bool == false)
    #expect(document["schema_version"] as? Int == 1)
    #expect(document["run_id"] as? String == SampleQuality.run.id)
    #expect(document["started_at"] as? String == "2006-02-12T17:49:31Z")
    #expect((document["reasons"] as? [String])?.count == 3)
    let definition = try #require(document["score_definition"] as? String)
    #expect(definition.contains("severity error") && definition.contains("95"))
    #expect(
      document["tool"] as? NSDictionary
        == ["name": "sidelong", "version": "9.8.7", "engine": "sample", "threads": 3])
  }

  @Test func theRowsAddUp() throws {
    let rows = try object(of: SampleQuality.mixed())["rows"] as? NSDictionary
    #expect(
      rows == [
        "read": 1_234_567, "valid": 1_233_560, "quarantined": 7, "duplicates": 1000,
        "with_errors": 7,
      ])
  }

  @Test func rulesAreCountedByOutcomeAndAWarningIsNoSuccess() throws {
    let total = SampleQuality.rules().all.count
    let statistics = try object(of: SampleQuality.mixed())["statistics"] as? NSDictionary
    #expect(
      statistics == [
        "evaluated_expectations": total, "successful_expectations": total - 3,
        "unsuccessful_expectations": 3,
        "success_percent": Double(total - 3) * 100 / Double(total),
      ])
  }

  @Test func aDimensionHasAScoreWithItsDefinition() throws {
    let dimensions = try object(of: SampleQuality.mixed())["dimensions"] as? [[String: Any]]
    #expect(
      dimensions?.map { $0["name"] as? String }
        == QualityDimension.allCases.map(\.rawValue))
    let completeness = try #require(dimensions?.first)
    #expect(completeness["units"] as? Int == 6000)
    #expect(completeness["failed"] as? Int == 300)
    #expect(completeness["score"] as? Double == 95)
    #expect((completeness["score_definition"] as? String)?.contains("Passed units") == true)
  }

  @Test func theQuarantineHasEveryReason() throws {
    let document = try object(of: SampleQuality.mixed(), quarantinePath: "out/rejected.tsv")
    #expect(
      document["quarantine"] as? NSDictionary == [
        "path": "out/rejected.tsv", "rows": 7,
        "by_reason": [
          "field_count": 0, "invalid_utf8": 7, "missing_user": 0, "invalid_timestamp": 0,
          "missing_artist_name": 0, "missing_track_name": 0,
        ] as NSDictionary,
      ])
    let without = try object(of: SampleQuality.mixed())["quarantine"] as? [String: Any]
    #expect(without?["path"] is NSNull)
  }

  @Test func anomaliesKeepTheirKeysAlsoWithoutBounds() throws {
    let anomaly = QualityAnomaly(
      metric: "rows", value: 3, expectedLow: 10.5, expectedHigh: nil, strategy: "mean_sigma",
      message: "few rows")
    let unbounded = QualityAnomaly(
      metric: "users", value: 3, expectedLow: -.infinity, expectedHigh: 2, strategy: "relative",
      message: "many users")
    let document = try object(of: SampleQuality.passed(), anomalies: [anomaly, unbounded])
    #expect(
      document["anomalies"] as? NSArray == [
        [
          "metric": "rows", "value": 3, "expected_low": 10.5, "expected_high": NSNull(),
          "strategy": "mean_sigma", "message": "few rows",
        ] as NSDictionary,
        [
          "metric": "users", "value": 3, "expected_low": NSNull(), "expected_high": 2,
          "strategy": "relative", "message": "many users",
        ] as NSDictionary,
      ])
  }

  @Test func theScoreAloneCanSpoilARun() throws {
    let document = try object(of: SampleQuality.passed(rowsWithErrors: 200_000))
    #expect(document["status"] as? String == "failed")
    #expect(document["success"] as? Bool == false)
    let statistics = document["statistics"] as? [String: Any]
    #expect(statistics?["unsuccessful_expectations"] as? Int == 0)
  }

  @Test func theTextIsPrettyAndSorted() throws {
    let report = SampleQuality.mixed()
    let bytes = try #require(try QualityDocument(run: SampleQuality.run).json(of: report))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n") && text.hasSuffix("\n}\n"))
    let keys = text.matches(of: /(?m)^  "(\w+)"/).map { String($0.1) }
    #expect(keys == keys.sorted() && keys.count == 23)
  }

  private func object(
    of report: AnalysisReport, quarantinePath: String? = nil, anomalies: [QualityAnomaly] = []
  ) throws -> [String: Any] {
    try QualityJSON.object(
      of: report,
      QualityDocument(
        run: SampleQuality.run, quarantinePath: quarantinePath, anomalies: anomalies))
  }
}
