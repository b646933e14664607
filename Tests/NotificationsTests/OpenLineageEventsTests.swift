import Foundation
import ListeningSessions
import Testing

@testable import Notifications

struct OpenLineageEventsTests {
  @Test func everyEventOfARunIsOfOneRunAndJob() throws {
    let types = ["START", "COMPLETE", "FAIL", "ABORT"]
    for (bytes, type) in zip(SampleEvents.all(SampleRun.report()), types) {
      let event = try decode(bytes)
      #expect(event.eventType == type)
      #expect(event.run.runId == SampleRun.identity.id)
      #expect(event.producer == "urn:sidelong:9.8.7")
      #expect(event.job.namespace == "sidelong" && event.job.name == "sessions.analyze")
      let time = type == "START" ? "2023-11-14T22:13:20Z" : "2023-11-14T22:14:20Z"
      #expect(event.eventTime == time)
      #expect((event.run.facets.errorMessage?.message == "disk full") == (type == "FAIL"))
      #expect(!bytes.contains(0x0A))
    }
  }

  @Test func pathsAreAbsolute() throws {
    let start = try decode(
      SampleEvents.of(["a.tsv", "../b.tsv", "./c//d.tsv", "/e/f.tsv", "-"]).start())
    #expect(
      start.inputs.map(\.name) == [
        "/data/run/a.tsv", "/data/b.tsv", "/data/run/c/d.tsv", "/e/f.tsv", "/dev/stdin",
      ])
    #expect(start.inputs.allSatisfy { $0.namespace == "file" })
  }

  @Test func parametersAreThoseOfTheRun() throws {
    let start = try decode(SampleEvents.of(["a.tsv"]).start())
    let parameters = start.run.facets.executionParameters.parameters
    #expect(
      parameters.map(\.key) == [
        "gap_seconds", "top_sessions", "top_songs", "rank_sessions_by", "as_of", "quality",
      ])
    #expect(
      parameters.map(\.value) == ["1200", "50", "10", "tracks", "2023-11-14T22:13:20Z", "full"])
  }

  @Test func rulesAreToldAsTestsAndInBothPlacesAsAssertions() throws {
    let tallies = [
      "completeness_track_name": RuleTally(units: 1000, failed: 900),
      "validity_timestamp": RuleTally(units: 100_000, failed: 1),
    ]
    let report = SampleRun.report(tallies: tallies, failures: ["validity_mbid": "no memory"])
    let event = try decode(
      SampleEvents.of(["a.tsv"]).complete(report, outputs: [], at: SampleRun.end))
    let input = try #require(event.inputs.first)
    let assertions = try #require(input.inputFacets?.dataQualityAssertions?.assertions)
    let rules = try #require(report.quality).results
    #expect(assertions.map(\.assertion) == rules.map(\.rule.id))
    #expect(
      input.facets?.dataQualityAssertions?.assertions.map(\.assertion) == rules.map(\.rule.id))
    let tests = try #require(event.run.facets.test?.tests)
    #expect(tests.map(\.name) == rules.map(\.rule.id))
    #expect(tests.map { $0.status == "pass" } == assertions.map(\.success))

    let blank = try #require(assertions.first { $0.assertion == "completeness_track_name" })
    #expect(!blank.success && blank.column == "track_name" && blank.severity == "error")
    #expect(blank.actual == "900 of 1000 rows failed")
    let below = try #require(assertions.first { $0.assertion == "validity_timestamp" })
    #expect(below.success && below.column == "timestamp")
    #expect(below.expected == "fewer than 0.1 % failed (warning), fewer than 5.0 % failed (error)")
    let broken = try #require(assertions.first { $0.assertion == "validity_mbid" })
    #expect(!broken.success && broken.column == nil)
    #expect(broken.actual == "not evaluated: no memory")
  }

  @Test func columnsAndSizesAreThoseOfTheReport() throws {
    let outputs = [OpenLineageOutput(path: "out/top.tsv", rowCount: 50, byteCount: 99)]
    let event = try decode(
      SampleEvents.of(["x"]).complete(SampleRun.report(), outputs: outputs, at: SampleRun.end))
    let facets = try #require(event.inputs.first?.inputFacets)
    #expect(facets.inputStatistics.rowCount == 1000 && facets.inputStatistics.size == 4321)
    let columns = try #require(facets.dataQualityMetrics?.columnMetrics)
    #expect(Set(columns.keys) == Set(ListenColumn.allCases.map(\.rawValue)))
    #expect(columns["track_mbid"]?.nullCount == 100 && columns["track_mbid"]?.count == 880)
    #expect(columns["timestamp"]?.min == 1_108_336_862)
    #expect(columns["timestamp"]?.max == 1_380_479_524)
    #expect(columns["user_id"]?.min == nil)
    #expect(event.outputs.map(\.name) == ["/data/run/out/top.tsv"])
    #expect(event.outputs.first?.outputFacets?.outputStatistics.rowCount == 50)
  }

  @Test func ofSeveralInputsOnlyTheSizeOfEachIsTold() throws {
    let report = SampleRun.report(inputs: ["a", "b"])
    let event = try decode(SampleEvents.of(["a"]).complete(report, outputs: [], at: SampleRun.end))
    #expect(event.inputs.map(\.name) == ["/data/run/a", "/data/run/b"])
    for input in event.inputs {
      #expect(input.inputFacets?.inputStatistics.size == 4321)
      #expect(input.inputFacets?.inputStatistics.rowCount == nil)
      #expect(input.inputFacets?.dataQualityMetrics == nil)
      #expect(input.facets?.dataQualityAssertions == nil)
    }
    #expect(event.run.facets.test?.tests.isEmpty == false)
  }

  @Test func noUserIDIsTold() {
    var tally = RuleTally()
    tally.fail(at: 7)
    let report = SampleRun.report(tallies: ["validity_user_id": tally])
    #expect(report.quality?.results.contains { !$0.samples.isEmpty } == true)
    for event in SampleEvents.all(report) {
      #expect(!String(decoding: event, as: UTF8.self).contains(SampleRun.user.description))
    }
  }

  private func decode(_ event: [UInt8]) throws -> DecodedEvent {
    try JSONDecoder().decode(DecodedEvent.self, from: Data(event))
  }
}
