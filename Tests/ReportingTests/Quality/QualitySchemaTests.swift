import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Reporting
import Testing

/// What is written follows docs/schemas/quality.schema.json, and the schema is strict.
struct QualitySchemaTests {
  @Test(arguments: [false, true])
  func everyDocumentIsValid(showUsers: Bool) throws {
    let anomaly = QualityAnomaly(
      metric: "rows", value: 3, expectedLow: 10.5, expectedHigh: nil, strategy: "mean_sigma",
      message: "few rows")
    var ruleSet = RuleSet()
    ruleSet.parameters.asOf = SampleQuality.run.startedAt
    ruleSet.settings["validity_utf8"] = RuleSetting(.error, warning: .count(1), isEnabled: false)
    let documents = try [
      (SampleQuality.mixed(), [anomaly]), (SampleQuality.passed(), []),
      (SampleQuality.passed(rowsWithErrors: 100_000, ruleSet: ruleSet, sessions: []), []),
    ].map { report, anomalies in
      let document = QualityDocument(
        run: SampleQuality.run, quarantinePath: anomalies.isEmpty ? nil : "rejected.tsv",
        anomalies: anomalies, showUsers: showUsers)
      return try #require(try document.json(of: report))
    }
    let outcome = try SchemaCheck.run(documents)
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  /// Shows that the check can fail, and for the reason meant: 1 is "not valid", not "no validator".
  @Test(arguments: [
    ("\"run_id\"", "\"run_identifier\""), ("\"level\" : \"passed\"", "\"level\" : \"fine\""),
    ("\"element_count\" : 1000", "\"element_count\" : \"1000\""),
    ("\"message\" : \"few rows\"", "\"message\" : \"few rows\", \"more\" : 1"),
    ("\"score\" : 99.", "\"score\" : 199."),
    ("\"time_range\" : {", "\"time_range\" : null, \"time_span\" : {"),
  ])
  func aDocumentWithAMistakeIsNot(text: String, mistake: String) throws {
    let anomaly = QualityAnomaly(
      metric: "rows", value: 3, expectedLow: nil, expectedHigh: nil, strategy: "s",
      message: "few rows")
    let document = QualityDocument(run: SampleQuality.run, anomalies: [anomaly])
    let bytes = try #require(try document.json(of: SampleQuality.mixed()))
    let broken = String(decoding: bytes, as: UTF8.self).replacing(text, with: mistake)
    #expect(Array(broken.utf8) != bytes)
    let outcome = try SchemaCheck.run([Array(broken.utf8)])
    #expect(outcome.exitCode == 1, "\(outcome.output)")
  }

  @Test func everyObjectOfTheSchemaIsStrict() throws {
    let data = try Data(contentsOf: SchemaCheck.schema)
    var objects = 0
    func visit(_ node: Any, _ path: String) {
      if let list = node as? [Any] {
        for (index, item) in list.enumerated() { visit(item, "\(path)/\(index)") }
      }
      guard let object = node as? [String: Any] else { return }
      if object["type"] as? String == "object" {
        objects += 1
        #expect(object["additionalProperties"] as? Bool == false, "\(path)")
        let properties = (object["properties"] as? [String: Any]) ?? [:]
        #expect(object["required"] as? [String] == properties.keys.sorted(), "\(path)")
      }
      for (key, item) in object { visit(item, "\(path)/\(key)") }
    }
    visit(try JSONSerialization.jsonObject(with: data), "")
    #expect(objects > 20)
  }
}
