import Foundation
import ListeningSessions
import Reporting
import Testing

struct QualityDocumentResultTests {
  @Test func everyRuleIsListedThoseWithoutFindingsToo() throws {
    let results = try document()["results"] as? [[String: Any]]
    let types = results?.map { ($0["expectation_config"] as? [String: Any])?["type"] as? String }
    #expect(types == SampleQuality.rules().all.map(\.id))
  }

  @Test func aRuleHasItsSeverityAndWhatItDid() throws {
    for (id, severity, level, success) in [
      ("validity_utf8", "error", "passed", true), ("validity_timestamp", "error", "failed", false),
      ("completeness_track_mbid", "warning", "warning", false),
      ("consistency_newest_first", "info", "passed", true),
      ("consistency_mbid_names", "warning", "error", false),
    ] {
      let result = try result(id)
      #expect(result["severity"] as? String == severity, "\(id)")
      #expect(result["level"] as? String == level, "\(id)")
      #expect(result["success"] as? Bool == success, "\(id)")
    }
  }

  @Test func theFiguresAreThoseOfTheTally() throws {
    #expect(
      try result("validity_timestamp")["result"] as? NSDictionary == [
        "element_count": 1200, "missing_count": 0, "missing_percent": 0, "unexpected_count": 100,
        "unexpected_percent": 10_000.0 / 1200, "unexpected_percent_total": 10_000.0 / 1200,
        "unexpected_percent_nonmissing": 10_000.0 / 1200, "observed_value": NSNull(),
        "partial_unexpected_list": [] as NSArray, "partial_unexpected_index_list": [] as NSArray,
        "partial_unexpected_counts": [] as NSArray,
      ])
  }

  @Test func completenessCountsWhatIsMissing() throws {
    let figures = try figures("completeness_track_mbid")
    #expect(figures["missing_count"] as? Int == 300)
    #expect(figures["missing_percent"] as? Double == 30)
    #expect(figures["unexpected_count"] as? Int == 300)
    #expect(figures["unexpected_percent_nonmissing"] is NSNull)
  }

  @Test func aRuleThatWasNotEvaluatedHasNoFigures() throws {
    let result = try result("consistency_mbid_names")
    let figures = try figures("consistency_mbid_names")
    for (key, value) in figures where !key.hasPrefix("partial") {
      #expect(value is NSNull, "\(key)")
    }
    #expect(
      result["exception_info"] as? NSDictionary == [
        "raised_exception": true, "exception_message": "no memory <left> \u{1B}[31m",
      ])
  }

  @Test func withoutUnitsThereIsNoShare() throws {
    let figures = try figures("volume_users")
    #expect(figures["element_count"] as? Int == 0)
    #expect(figures["unexpected_percent"] is NSNull)
    #expect(figures["missing_percent"] is NSNull)
  }

  @Test func rulesAboutTheHistoryGiveTheCount() throws {
    #expect(try figures("volume_rows")["observed_value"] as? Int == 1_234_567)
    #expect(try figures("volume_users")["observed_value"] as? Int == 2)
  }

  @Test func aRuleTellsWhatItWasAsked() throws {
    let configuration = try result("timeliness_session_length")["expectation_config"]
    #expect(
      configuration as? NSDictionary == [
        "type": "timeliness_session_length",
        "kwargs": [
          "column": NSNull(), "column_list": ["user_id", "timestamp"] as NSArray,
          "min_value": NSNull(), "max_value": 86_400, "pattern": NSNull(), "gap_seconds": 1200,
        ] as NSDictionary,
        "meta": [
          "requirement": "A session lasts at most 24 hours.", "unit": "sessions",
          "warning_threshold": ["count": NSNull(), "percent": 0.5] as NSDictionary,
          "error_threshold": NSNull(),
        ] as NSDictionary,
      ])
  }

  @Test(arguments: [(false, "user#"), (true, "user_000005")])
  func samplesNameUsersOnlyWhereThatWasAskedFor(showUsers: Bool, prefix: String) throws {
    let figures = try figures("validity_user_id", showUsers: showUsers)
    let places = try #require(figures["partial_unexpected_index_list"] as? [[String: Any]])
    #expect(places.map { $0["line_number"] as? Int } == [6, 6, 8])
    #expect(places.map { $0["byte_offset"] as? Int } == [50, 50, 70])
    #expect(places.allSatisfy { $0["input"] as? String == "a <b> & \"c\".tsv" })
    #expect((places[0]["user"] as? String)?.hasPrefix(prefix) == true)
    #expect(places[2]["user"] is NSNull)
    let values = try #require(figures["partial_unexpected_list"] as? [String])
    #expect(values.count == 2 && values.allSatisfy { $0.hasPrefix(prefix) })
    #expect(
      figures["partial_unexpected_counts"] as? NSArray
        == [["value": values[0], "count": 2] as NSDictionary])
  }

  private func document(showUsers: Bool = false) throws -> [String: Any] {
    try QualityJSON.object(
      of: SampleQuality.mixed(), QualityDocument(run: SampleQuality.run, showUsers: showUsers))
  }

  private func result(_ id: String, showUsers: Bool = false) throws -> [String: Any] {
    try QualityJSON.result(id, in: document(showUsers: showUsers))
  }

  private func figures(_ id: String, showUsers: Bool = false) throws -> [String: Any] {
    try #require(result(id, showUsers: showUsers)["result"] as? [String: Any])
  }
}
