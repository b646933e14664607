import Foundation
import FoundationXML
import ListeningSessions
import Reporting
import Testing

struct QualityJUnitTests {
  @Test func aDimensionIsASuiteAndARuleACase() throws {
    let elements = try elements(of: SampleQuality.mixed())
    let suites = elements.filter { $0.name == "testsuite" }.map { $0.attributes["name"] }
    #expect(suites == QualityDimension.allCases.map(\.rawValue) + ["overall"])
    let cases = elements.filter { $0.name == "testcase" }
    #expect(cases.map { $0.attributes["name"] } == SampleQuality.rules().all.map(\.id) + ["score"])
    #expect(cases.first?.attributes["classname"] == "sidelong.quality.completeness")
    #expect(!elements.contains { $0.name == "skipped" })
  }

  @Test func outcomesAreElements() throws {
    let elements = try elements(of: SampleQuality.mixed())
    func content(_ id: String) -> [String] {
      elements.filter { $0.testCase == id && $0.name != "testcase" }.map(\.name)
    }
    #expect(content("validity_timestamp") == ["failure"])
    #expect(content("consistency_mbid_names") == ["error"])
    #expect(content("completeness_track_mbid") == ["system-out"])
    #expect(content("validity_utf8") == [])
    #expect(content("consistency_newest_first") == [])
    let failure = try #require(elements.first { $0.name == "failure" })
    #expect(failure.attributes["message"] == "100 of 1200 rows (8.33 %)")
  }

  @Test func theCountsAreThoseOfTheElements() throws {
    let elements = try elements(of: SampleQuality.mixed())
    let root = try #require(elements.first { $0.name == "testsuites" })
    #expect(root.attributes["tests"] == "\(elements.count { $0.name == "testcase" })")
    #expect(root.attributes["failures"] == "1" && root.attributes["errors"] == "1")
    let suites = elements.filter { $0.name == "testsuite" }
    for key in ["tests", "failures", "errors"] {
      let sum = suites.compactMap { $0.attributes[key].flatMap(Int.init) }.reduce(0, +)
      #expect("\(sum)" == root.attributes[key])
    }
  }

  @Test func theScoreAloneCanSpoilARun() throws {
    let elements = try elements(of: SampleQuality.passed(rowsWithErrors: 200_000))
    let failures = elements.filter { $0.name == "failure" }
    #expect(failures.map(\.testCase) == ["score"])
  }

  @Test func textsAreEscapedAndWithoutControlCharacters() throws {
    let bytes = try xml(of: SampleQuality.mixed())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("no memory &lt;left&gt; [31m"))
    #expect(text.contains("a &lt;b&gt; &amp; &quot;c&quot;.tsv: line 6, byte 50"))
    let controls = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
    #expect(!text.contains("user_000005"))
  }

  private func xml(of report: AnalysisReport) throws -> [UInt8] {
    try QualityJUnit.xml(of: SampleQuality.quality(of: report), run: SampleQuality.run)
  }

  private func elements(of report: AnalysisReport) throws -> [XMLElements.Element] {
    try XMLElements.read(xml(of: report))
  }
}
