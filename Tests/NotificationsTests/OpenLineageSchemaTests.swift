import Foundation
import ListeningSessions
import Testing

@testable import Notifications

/// Every event and facet against the standard's own schemas.
@Suite(
  .enabled(
    if: Checkout.hasOpenLineageSchemas,
    "the OpenLineage schemas are not beside the checkout: ../shared/schemas/openlineage"))
struct OpenLineageSchemaTests {
  @Test func everyEventIsValid() throws {
    let findings = [
      "completeness_track_name": RuleTally(units: 1000, failed: 900),
      "validity_timestamp": RuleTally(units: 1000, failed: 3),
    ]
    let reports = [
      SampleRun.report(), SampleRun.report(tallies: findings),
      SampleRun.report(tallies: findings, failures: ["validity_mbid": "no memory"]),
      SampleRun.report(tallies: nil), SampleRun.report(inputs: ["a.tsv", "-"], tallies: findings),
    ]
    let events =
      reports.flatMap(SampleEvents.all) + [SampleEvents.of([]).fail("e", at: SampleRun.end)]
    #expect(try verdicts(on: events) == events.map { _ in "ok" })
  }

  /// Each spoils one place of a valid event; what replaces a text stands in the event once or more.
  private static let spoilt: [(what: String, text: String, by: String)] = [
    ("no runId", #""runId":"#, #""runID":"#),
    ("a runId that is no UUID", SampleRun.identity.id, "run-1"),
    ("no schemaURL", #""schemaURL":"#, #""schema":"#),
    ("an unknown eventType", #""eventType":"COMPLETE""#, #""eventType":"DONE""#),
    ("a time that is none", "2023-11-14T22:14:20Z", "2023-11-14 22:14"),
    ("a facet without _producer", #"{"_producer":"urn:sidelong:9.8.7","#, "{"),
    ("an assertion without its name", #""assertion":"#, #""name":"#),
    ("an assertion without its end", #""success":true"#, #""ok":true"#),
    ("metrics without columns", #""columnMetrics":"#, #""columns":"#),
    ("a minimum that is no number", #""min":1108336862"#, #""min":"1108336862""#),
    ("a test without its end", #""status":"pass""#, #""state":"pass""#),
    ("an error without language", #""programmingLanguage":"#, #""language":"#),
    ("a facet under another name", #""inputStatistics":"#, #""statistics":"#),
    (
      "a facet of an unknown version", "1-1-1/ProcessingEngineRunFacet",
      "9-9-9/ProcessingEngineRunFacet"
    ),
  ]

  @Test func everySpoiltEventIsRefused() throws {
    let all = SampleEvents.all(SampleRun.report()).map { String(decoding: $0, as: UTF8.self) }
    let events = try Self.spoilt.map { spoilt in
      let event = try #require(all.dropFirst().first { $0.contains(spoilt.text) }, "\(spoilt.what)")
      return [UInt8](event.replacing(spoilt.text, with: spoilt.by).utf8)
    }
    for (verdict, spoilt) in zip(try verdicts(on: events), Self.spoilt) {
      #expect(verdict != "ok", "\(spoilt.what)")
    }
  }

  private struct ValidationFailed: Error {
    let status: Int32
  }

  /// What the validator says about each event.
  private func verdicts(on events: [[UInt8]]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Checkout.python.appending(path: "validate_openlineage.py").path,
      Checkout.openLineageSchemas.path, Checkout.root.appending(path: ".build-tools").path,
    ]
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(events.flatMap { $0 + [0x0A] }).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationFailed(status: process.terminationStatus)
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(lines.count == events.count)
    return lines
  }
}
